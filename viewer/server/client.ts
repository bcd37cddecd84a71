// One connected page: what it asks for, what it is told.

import type { WebSocket } from 'ws'
import { encodeClip } from '../protocol/frames.ts'
import { clipKey, messageKey, type PageMessage, runKey, type ServerMessage } from '../protocol/messages.ts'
import { readPageMessage } from '../protocol/read-message.ts'
import { protocolVersion, versionMismatch } from '../protocol/version.ts'
import type { LabelRoom } from './label-room.ts'
import { createOutbox } from './outbox.ts'
import { runNews } from './run-news.ts'
import type { Change, RunSource, RunView } from './source.ts'
import { thinCurve } from './thin-curve.ts'

export interface Client {
  changed(change: Change): void
  /** Pings, and drops a page that gave no sign of life for four beats. */
  beat(): void
  readonly waiting: number
  readonly bufferedBytes: number
  close(): void
}

interface ClientOptions {
  readonly socket: WebSocket
  readonly source: RunSource
  /** Where people answer. */
  readonly desk: LabelRoom
  /** Names the page in log lines. */
  readonly name: string
  readonly version: string
  readonly log: (line: string) => void
}

/** Bytes handed to the network before a slow page's messages are held back. */
const highWater = 128 * 1024
const clipsWaiting = 32
const beatsForgiven = 4
const wrongVersion = 4002
const watchedParts = ['status', 'clips', 'curves', 'about'] as const
type WatchedPart = (typeof watchedParts)[number]
const binaryProblem = { ok: false, problem: 'found a binary message, expected text' } as const

export function serveClient({ socket, source, desk, name, version, log }: ClientOptions): Client {
  const outbox = createOutbox({ pipe: socket, highWater, onFailure: report })
  const news = runNews(source)
  let watched: readonly string[] = []
  let charted: { readonly curve: string; readonly runs: ReadonlySet<string> } = { curve: '', runs: new Set() }
  const alive = aliveness(socket)
  const warnOnce = once(log)
  const labeller = desk.enter({
    outbox,
    pause: () => socket.pause(),
    resume: () => socket.resume(),
    log: (line) => log(`${name}: ${line}`),
  })

  socket.on('message', (data, isBinary) => {
    alive.sign()
    const read = isBinary ? binaryProblem : readPageMessage(String(data))
    if (read.ok) answer(read.message)
    else refuse('shape', read.problem)
  })
  socket.on('error', (error) => warnOnce(`${name}: ${error.message}`))

  say({ type: 'hello', protocol: protocolVersion, version })
  tellRuns()

  function answer(message: PageMessage): void {
    switch (message.type) {
      case 'hello':
        checkVersion(message.protocol)
        break
      case 'watch':
        watched = message.runs
        for (const run of watched) for (const part of watchedParts) tellPart(run, part)
        break
      case 'chart':
        charted = { curve: message.curve, runs: new Set(message.runs) }
        for (const run of charted.runs) tellSeries(run)
        break
      case 'clip':
        sendClip(message.run, message.clip)
        break
      default:
        labeller.hear(message)
    }
  }

  function changed({ run, parts }: Change): void {
    if (parts.includes('summary')) {
      news.add(run)
      tellRuns()
    }
    if (parts.includes('curves') && charted.runs.has(run)) tellSeries(run)
    if (!watched.includes(run)) return
    for (const part of watchedParts) if (parts.includes(part)) tellPart(run, part)
  }

  /** A part at a time, each in its turn: a long list of runs does not hold up the rest. */
  function tellRuns(): void {
    outbox.put('runs', async () => {
      const message = await news.take()
      if (message !== undefined && message.left > 0) tellRuns()
      return message && encode(message)
    })
  }

  function tellPart(run: string, part: WatchedPart): void {
    outbox.put(runKey(part, run), async () => {
      const view = watched.includes(run) ? await source.read(run) : undefined
      return view && encode(partMessage(view, part))
    })
  }

  function tellSeries(run: string): void {
    outbox.put(runKey('series', run), async () => {
      const { curve, runs } = charted
      const view = runs.has(run) ? await source.read(run) : undefined
      const found = view?.curves.find(({ name }) => name === curve)
      return view && encode({ type: 'series', run, curve, points: found ? thinCurve(found).points : [] })
    })
  }

  function sendClip(run: string, clip: string): void {
    const key = clipKey({ run, clip })
    const full = outbox.waiting >= clipsWaiting && !outbox.has(key)
    if (full) refuse('busy', `more than ${clipsWaiting} answers wait for this page`)
    else outbox.put(key, () => clipAnswer(source, run, clip))
  }

  function checkVersion(page: number): void {
    if (page === protocolVersion) return
    refuse('version', versionMismatch({ page, server: protocolVersion }))
    // Its turn comes after the refusal's.
    outbox.put('close', () => {
      socket.close(wrongVersion, 'protocol version')
      return undefined
    })
  }

  function say(message: ServerMessage): void {
    outbox.put(messageKey(message), () => encode(message))
  }

  function refuse(code: 'shape' | 'version' | 'busy', problem: string): void {
    warnOnce(`${name}: refused a message: ${problem}`)
    say({ type: 'refused', code, message: problem })
  }

  function report(error: unknown): void {
    const problem = error instanceof Error ? error.message : String(error)
    warnOnce(`${name}: ${problem}`)
    say({ type: 'refused', code: 'failed', message: problem })
  }

  return {
    changed,
    beat() {
      if (!alive.check()) return socket.terminate()
      socket.ping()
      say({ type: 'beat' })
    },
    get waiting() {
      return outbox.waiting
    },
    get bufferedBytes() {
      return socket.bufferedAmount
    },
    close() {
      labeller.leave()
      outbox.close()
      socket.terminate()
    },
  }
}

async function clipAnswer(source: RunSource, run: string, clip: string): Promise<Uint8Array | string> {
  const frame = await source.clip(run, clip)
  if (frame !== undefined) return encodeClip(frame)
  const message = `there is no clip ${JSON.stringify(clip)} in run ${JSON.stringify(run)}`
  return encode({ type: 'no-clip', run, clip, message })
}

function partMessage(view: RunView, part: WatchedPart): ServerMessage {
  const run = view.summary.id
  switch (part) {
    case 'status':
      return { type: 'status', run, status: view.status }
    case 'curves':
      return { type: 'curves', run, curves: view.curves.map(thinCurve) }
    case 'clips':
      return { type: 'clips', run, clips: [...view.clips] }
    case 'about':
      return { type: 'about', run, about: view.about }
  }
}

function encode(message: ServerMessage): string {
  return JSON.stringify(message)
}

/**
 * A page is alive when it says something or answers a ping. A few silent beats are forgiven: a slow page first reads
 * what was sent before the ping, and after a long computation here the beat comes before answers that wait to be read.
 */
function aliveness(socket: WebSocket) {
  let silentBeats = 0
  const sign = () => {
    silentBeats = 0
  }
  socket.on('pong', sign)
  return { sign, check: () => silentBeats++ < beatsForgiven }
}

function once(log: (line: string) => void): (line: string) => void {
  let said = false
  return (line) => {
    if (said) return
    said = true
    log(line)
  }
}
