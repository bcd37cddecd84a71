// A labelling desk for tests of the page alone: it speaks the protocol, keeps answers in memory, and its questions are
// given. The real one is tested on its own.

import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'
import { type ClipFrame, encodeClip } from '../../viewer/protocol/frames.ts'
import type { LabelGiven, LabelInsight, LabelQuestion } from '../../viewer/protocol/label.ts'
import type { PageMessage, ServerMessage } from '../../viewer/protocol/messages.ts'
import { readPageMessage } from '../../viewer/protocol/read-message.ts'
import { protocolVersion } from '../../viewer/protocol/version.ts'
import { serveFile } from '../../viewer/server/static-files.ts'

export interface FakeQuestion {
  readonly question: LabelQuestion
  /** In the order of `question.clips`. */
  readonly clips: readonly ClipFrame[]
  readonly insight?: LabelInsight
}

export interface FakeDesk {
  readonly address: string
  /** Everything that was given, in the order of its arrival; undone answers are still in it. */
  readonly given: readonly LabelGiven[]
  /** Messages of the wrong shape. */
  readonly problems: readonly string[]
  close(): Promise<void>
}

interface FakeDeskOptions {
  readonly pageFolder: string
  readonly questions: readonly FakeQuestion[]
  readonly instructions?: string
}

const ahead = 3

export async function startFakeDesk({ pageFolder, questions, instructions = '' }: FakeDeskOptions): Promise<FakeDesk> {
  const server = createServer((request, response) => void serveFile(pageFolder, request, response))
  const sockets = new WebSocketServer({ server, path: '/socket' })
  const given: LabelGiven[] = []
  const problems: string[] = []
  /** Ids of questions by the answers that stand. */
  const standing = new Map<string, string>()
  sockets.on('connection', serve)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  function serve(socket: WebSocket): void {
    const say = (message: ServerMessage) => socket.send(JSON.stringify(message))
    say({ type: 'hello', protocol: protocolVersion, version: '0.0.0' })
    socket.on('message', (data) => {
      const read = readPageMessage(String(data))
      if (read.ok) hear(read.message, say, (bytes) => socket.send(bytes))
      else problems.push(read.problem)
    })
  }

  function hear(message: PageMessage, say: (message: ServerMessage) => void, sendBytes: (bytes: Uint8Array) => void) {
    switch (message.type) {
      case 'clip': {
        const clip = questions.flatMap(({ clips }) => clips).find((each) => each.clip.id === message.clip)
        if (clip === undefined) say({ ...message, type: 'no-clip', message: 'there is no such clip' })
        else sendBytes(encodeClip(clip))
        break
      }
      case 'label-sit':
        say({ type: 'label-desk', annotator: 'ada', instructions, insight: true })
        tell(say)
        break
      case 'label-answer':
      case 'label-ranking': {
        keep(message)
        standing.set(message.id, message.question)
        say({ type: 'label-saved', id: message.id, question: message.question, answer: message.id })
        const insight = questions.find(({ question }) => question.id === message.question)?.insight
        if (insight !== undefined) say({ type: 'label-insight', ...insight })
        tell(say)
        break
      }
      case 'label-undo': {
        keep(message)
        const question = standing.get(message.answer) ?? 'none'
        standing.delete(message.answer)
        say({ type: 'label-undone', id: message.id, question, answer: message.answer })
        tell(say)
        break
      }
      case 'label-quality':
        say(quality())
        break
    }
  }

  function keep(message: LabelGiven): void {
    if (!given.some(({ id }) => id === message.id)) given.push(message)
  }

  function tell(say: (message: ServerMessage) => void): void {
    const answered = new Set(standing.values())
    const open = questions.map(({ question }) => question).filter(({ id }) => !answered.has(id))
    const people = [
      { name: 'ada', answered: answered.size, skipped: 0, here: true },
      { name: 'grace', answered: 7, skipped: 1, here: true },
    ]
    say({ type: 'label-progress', answered: answered.size, skipped: 0, wanted: questions.length, people })
    say({ type: 'label-offer', questions: open.slice(0, ahead), state: open.length === 0 ? 'finished' : 'asking' })
    if (open.length === 0) say(quality())
  }

  function quality(): ServerMessage {
    const text = 'Your answers agree with yourself 93% of the time (14 of 15 repeats).'
    const measures = [{ id: 'self-agreement', text, value: 14 / 15, of: 15, worry: false }]
    return { type: 'label-quality', answered: standing.size, skipped: 0, measures }
  }

  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/label`,
    given,
    problems,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets.clients) socket.terminate()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
