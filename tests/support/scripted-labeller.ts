// Somebody who answers as fast as questions come, and whose connection is not to be relied upon. What the page would keep
// in the browser's storage outlives connections and reloads here: the seat, and what was given and not acknowledged.

import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { WebSocket } from 'ws'
import type { Answer } from '../../rewards/preference/preference.ts'
import type { LabelGiven, LabelQuestion } from '../../viewer/protocol/label.ts'
import type { PageMessage, ServerMessage } from '../../viewer/protocol/messages.ts'
import { readServerMessage } from '../../viewer/protocol/read-message.ts'
import { protocolVersion } from '../../viewer/protocol/version.ts'

export interface ScriptedLabeller {
  /** Names of answers and undos that the server called saved. */
  readonly saved: ReadonlySet<string>
  readonly undone: ReadonlySet<string>
  /** Every text that the server sent. */
  readonly heard: readonly string[]
  readonly refusals: readonly string[]
  /** How often it was cut off, with something given and not acknowledged. */
  readonly cutOff: number
  /** Connects, and goes on where it was. */
  connect(port: number): Promise<void>
  /** The line is dead from one moment to the next. */
  disconnect(): void
  /** Forgets everything but the browser's storage. */
  reload(): void
  /** Resolves when nothing is asked any more and everything given is acknowledged. */
  readonly finished: Promise<void>
}

interface Script {
  readonly annotator?: string
  /** Takes back what it has just answered, every so many answers; never when absent. */
  readonly undoEvery?: number
  /** What it answers, in its own time; by turns first, second and equal when absent. */
  readonly choose?: (question: LabelQuestion) => Answer | Promise<Answer>
  /** Called after each acknowledgement with how many there are. */
  readonly onSaved?: (count: number) => void
}

export function scriptedLabeller(script: Script = {}): ScriptedLabeller {
  const { annotator, undoEvery = 0, choose = inTurn, onSaved = () => {} } = script
  const seat = randomUUID()
  const waiting = new Map<string, LabelGiven>()
  const saved = new Set<string>()
  const undone = new Set<string>()
  const heard: string[] = []
  const refusals: string[] = []
  /** Questions that were answered and not taken back; a page knows those of this load alone. */
  let answered = new Set<string>()
  let holding: string[] = []
  let socket: WebSocket | undefined
  let cutOff = 0
  let over = false
  let finish = () => {}
  const finished = new Promise<void>((resolve) => {
    finish = resolve
  })

  function say(message: PageMessage): void {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message))
  }

  function give(message: LabelGiven): void {
    waiting.set(message.id, message)
    say(message)
  }

  function hear(message: ServerMessage): void {
    switch (message.type) {
      case 'label-offer':
        over = message.state === 'finished'
        holding = message.questions.map(({ id }) => id)
        for (const question of message.questions) if (!isAnswered(question.id)) void answer(question)
        break
      case 'label-saved':
        settle(message.id, saved)
        if (undoEvery > 0 && saved.size % undoEvery === 0) takeBack(message.id)
        break
      case 'label-undone':
        answered.delete(message.question)
        settle(message.id, undone)
        break
      case 'label-refused':
        refusals.push(`${message.code}: ${message.message}`)
        waiting.delete(message.id)
        break
    }
    if (over && waiting.size === 0) finish()
  }

  function isAnswered(question: string): boolean {
    return (
      answered.has(question) || [...waiting.values()].some((each) => 'question' in each && each.question === question)
    )
  }

  /** Not a moment later where it answers by turns: the order of what it says stays the same. */
  function inTurn(): Answer {
    const answers = ['first', 'second', 'equal'] as const
    return answers[saved.size % answers.length]!
  }

  async function answer(asked: LabelQuestion): Promise<void> {
    const { id: question, clips } = asked
    answered.add(question)
    const shown = clips.map(({ member }) => member)
    const choice = choose(asked)
    const chosen = typeof choice === 'string' ? choice : await choice
    const by = annotator === undefined ? {} : { annotator }
    give({ type: 'label-answer', id: randomUUID(), question, answer: chosen, shown, milliseconds: 5, ...by })
  }

  function takeBack(answer: string): void {
    give({ type: 'label-undo', id: randomUUID(), answer, ...(annotator === undefined ? {} : { annotator }) })
  }

  function settle(id: string, into: Set<string>): void {
    if (!waiting.delete(id)) return
    into.add(id)
    onSaved(saved.size)
  }

  return {
    saved,
    undone,
    heard,
    refusals,
    finished,
    get cutOff() {
      return cutOff
    },
    async connect(port) {
      const opened = new WebSocket(`ws://127.0.0.1:${port}/socket`)
      socket = opened
      opened.on('error', () => {})
      opened.on('message', (data, isBinary) => {
        if (socket !== opened || isBinary) return
        heard.push(String(data))
        const read = readServerMessage(String(data))
        if (!read.ok) throw new Error(read.problem)
        hear(read.message)
      })
      await once(opened, 'open')
      say({ type: 'hello', protocol: protocolVersion })
      say({ type: 'label-sit', seat, holding, ...(annotator === undefined ? {} : { annotator }) })
      for (const message of waiting.values()) say(message)
    },
    disconnect() {
      const lost = socket
      socket = undefined
      if (waiting.size > 0) cutOff++
      lost?.terminate()
    },
    reload() {
      holding = []
      answered = new Set()
    },
  }
}
