// The page's one connection. It opens itself again after a loss, and then says again what the page still wants.

import type { PageMessage, ServerMessage } from '../../protocol/messages.ts'
import { readServerMessage } from '../../protocol/read-message.ts'
import { protocolVersion, versionMismatch } from '../../protocol/version.ts'
import { type Value, value } from '../dom/value.ts'
import { backoffMilliseconds } from './backoff.ts'

export type ConnectionState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'open' }
  | { readonly kind: 'lost'; readonly why?: string }
  /** Page and server do not understand each other: no further attempts. */
  | { readonly kind: 'outdated'; readonly why: string }

/** An open or opening socket. */
export interface Socket {
  send(text: string): void
  close(): void
}

export interface SocketEvents {
  onOpen(): void
  onMessage(data: string | ArrayBuffer): void
  onClose(): void
}

export interface Connection {
  readonly state: Value<ConnectionState>
  /**
   * Says it now and after every reconnect, until `forget`. A newer message under a key replaces the older and keeps its
   * turn. A function is asked anew each time.
   */
  keep(key: string, message: PageMessage | (() => PageMessage)): void
  forget(key: string): void
  /** Tries at once instead of waiting. */
  retryNow(): void
  close(): void
}

export interface ConnectionOptions {
  readonly open: (events: SocketEvents) => Socket
  readonly onMessage: (message: ServerMessage) => void
  readonly onFrame: (bytes: Uint8Array) => void
  /** Something arrived that cannot be read. */
  readonly onProblem: (problem: string) => void
  /** Milliseconds, rising. */
  readonly clock: () => number
  readonly random: () => number
  readonly timers: {
    after(milliseconds: number, then: () => void): () => void
    every(milliseconds: number, then: () => void): () => void
  }
}

/** The server gives a sign of life every 10 s; after this long a silent connection is taken for dead. */
const silenceMilliseconds = 35_000

export function connect(options: ConnectionOptions): Connection {
  const state = value<ConnectionState>({ kind: 'connecting' })
  const kept = new Map<string, PageMessage | (() => PageMessage)>()
  let socket: Socket | undefined
  let opened = false
  let failures = 0
  let heardAt = 0
  let refusedBecause: string | undefined
  let cancelRetry = () => {}
  const stopListening = options.timers.every(silenceMilliseconds / 5, () => {
    if (socket !== undefined && options.clock() - heardAt > silenceMilliseconds) lose(socket)
  })

  function open(): void {
    cancelRetry()
    heardAt = options.clock()
    refusedBecause = undefined
    opened = false
    const mine: Socket = options.open({
      onOpen: () => whenMine(mine, greet),
      onMessage: (data) => whenMine(mine, () => hear(data)),
      onClose: () => whenMine(mine, () => lose(mine)),
    })
    socket = mine
  }

  /** A socket that was given up may still have something to say. */
  function whenMine(from: Socket, then: () => void): void {
    if (socket === from) then()
  }

  function greet(): void {
    opened = true
    say({ type: 'hello', protocol: protocolVersion })
    for (const message of kept.values()) say(message)
  }

  function say(message: PageMessage | (() => PageMessage)): void {
    socket?.send(JSON.stringify(typeof message === 'function' ? message() : message))
  }

  function hear(data: string | ArrayBuffer): void {
    heardAt = options.clock()
    if (typeof data === 'string') hearText(data)
    else options.onFrame(new Uint8Array(data))
  }

  function hearText(text: string): void {
    const read = readServerMessage(text)
    if (read.ok) hearMessage(read.message)
    else options.onProblem(read.problem)
  }

  function hearMessage(message: ServerMessage): void {
    if (message.type === 'hello') meet(message.protocol)
    if (message.type === 'refused' && message.code === 'full') refusedBecause = message.message
    options.onMessage(message)
  }

  function meet(server: number): void {
    if (server === protocolVersion) {
      failures = 0
      state.set({ kind: 'open' })
    } else {
      close()
      state.set({ kind: 'outdated', why: versionMismatch({ page: protocolVersion, server }) })
    }
  }

  function lose(lost: Socket): void {
    socket = undefined
    opened = false
    lost.close()
    failures++
    state.set(refusedBecause === undefined ? { kind: 'lost' } : { kind: 'lost', why: refusedBecause })
    cancelRetry = options.timers.after(backoffMilliseconds(failures, options.random()), open)
  }

  function close(): void {
    stopListening()
    cancelRetry()
    const closing = socket
    socket = undefined
    opened = false
    closing?.close()
  }

  open()
  return {
    state,
    keep(key, message) {
      kept.set(key, message)
      if (opened) say(message)
    },
    forget: (key) => void kept.delete(key),
    retryNow() {
      if (state.now.kind === 'lost' && socket === undefined) open()
    },
    close,
  }
}
