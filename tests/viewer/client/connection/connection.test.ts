import { expect, test } from 'vitest'
import { connect, type Socket, type SocketEvents } from '../../../../viewer/client/connection/connection.ts'
import type { ServerMessage } from '../../../../viewer/protocol/messages.ts'
import { protocolVersion } from '../../../../viewer/protocol/version.ts'

const hello: ServerMessage = { type: 'hello', protocol: protocolVersion, version: '0.1.0' }
const watchA = { type: 'watch', runs: ['a'] as string[] } as const

/** A network in which nothing happens by itself, and a clock that is turned by hand. */
function world() {
  const sockets: (SocketEvents & { said: unknown[]; closed: boolean })[] = []
  const timers: { at: number; then: () => void; every?: number }[] = []
  const heard: ServerMessage[] = []
  const frames: Uint8Array[] = []
  const problems: string[] = []
  let now = 0

  function open(events: SocketEvents): Socket {
    const socket = { ...events, said: [] as unknown[], closed: false }
    sockets.push(socket)
    return {
      send: (text) => socket.said.push(JSON.parse(text)),
      close: () => {
        socket.closed = true
      },
    }
  }

  function timer(at: number, then: () => void, every?: number): () => void {
    const made = { at, then, ...(every === undefined ? {} : { every }) }
    timers.push(made)
    return () => {
      timers.splice(0, timers.length, ...timers.filter((each) => each !== made))
    }
  }

  function pass(milliseconds: number): void {
    const end = now + milliseconds
    for (;;) {
      const due = timers.filter((each) => each.at <= end).sort((a, b) => a.at - b.at)[0]
      if (due === undefined) break
      now = due.at
      if (due.every === undefined) timers.splice(timers.indexOf(due), 1)
      else due.at += due.every
      due.then()
    }
    now = end
  }

  const connection = connect({
    open,
    onMessage: (message) => heard.push(message),
    onFrame: (bytes) => frames.push(bytes),
    onProblem: (problem) => problems.push(problem),
    clock: () => now,
    random: () => 0,
    timers: {
      after: (milliseconds, then) => timer(now + milliseconds, then),
      every: (milliseconds, then) => timer(now + milliseconds, then, milliseconds),
    },
  })
  const last = () => sockets.at(-1)!
  const accept = (greeting: ServerMessage = hello) => {
    last().onOpen()
    last().onMessage(JSON.stringify(greeting))
  }
  return { connection, sockets, heard, frames, problems, timers, pass, last, accept }
}

test('the connection is open once the server has said hello in the same version', () => {
  const { connection, accept, last } = world()
  expect(connection.state.now.kind).toBe('connecting')
  accept()
  expect(connection.state.now.kind).toBe('open')
  expect(last().said).toEqual([{ type: 'hello', protocol: protocolVersion }])
})

test('what is wanted before the connection is open is said when it opens', () => {
  const { connection, accept, last } = world()
  connection.keep('watch', watchA)
  expect(last().said).toEqual([])
  accept()
  expect(last().said).toContainEqual(watchA)
})

test('what is wanted between opening and hello is not lost', () => {
  const { connection, last } = world()
  last().onOpen()
  connection.keep('watch', watchA)
  expect(last().said).toContainEqual(watchA)
})

test('after a loss it is said again, unless it was answered', () => {
  const { connection, accept, last, pass, sockets } = world()
  accept()
  connection.keep('watch', watchA)
  connection.keep('clip', { type: 'clip', run: 'a', clip: 'x' })
  connection.forget('clip')
  last().onClose()
  expect(connection.state.now).toEqual({ kind: 'lost' })
  pass(400)
  expect(sockets).toHaveLength(2)
  accept()
  expect(last().said).toEqual([{ type: 'hello', protocol: protocolVersion }, watchA])
  expect(connection.state.now.kind).toBe('open')
})

test('what depends on the present state is asked for each time it is said', () => {
  const { connection, accept, last, pass } = world()
  let clip = 'first'
  connection.keep('clip', () => ({ type: 'clip', run: 'a', clip }))
  accept()
  clip = 'second'
  last().onClose()
  pass(400)
  accept()
  expect(last().said).toContainEqual({ type: 'clip', run: 'a', clip: 'second' })
})

test('attempts become rarer until one succeeds', () => {
  const { accept, last, pass, sockets } = world()
  for (const wait of [400, 800, 1600]) {
    last().onClose()
    const before = sockets.length
    pass(wait - 1)
    expect(sockets).toHaveLength(before)
    pass(1)
    expect(sockets).toHaveLength(before + 1)
  }
  accept()
  last().onClose()
  pass(400)
  expect(sockets).toHaveLength(5)
})

test('a person, or the network that is back, need not wait', () => {
  const { connection, last, sockets, pass } = world()
  last().onClose()
  connection.retryNow()
  connection.retryNow()
  expect(sockets).toHaveLength(2)
  pass(400)
  expect(sockets).toHaveLength(2)
})

test('a connection that is silent for long is given up for a new one', () => {
  const { connection, accept, last, pass, sockets } = world()
  accept()
  pass(30_000)
  last().onMessage(JSON.stringify({ type: 'beat' }))
  pass(30_000)
  expect(connection.state.now.kind).toBe('open')
  pass(15_000)
  expect(sockets[0]?.closed).toBe(true)
  expect(sockets.length).toBeGreaterThan(1)
})

test('a socket that was given up is not listened to', () => {
  const { heard, last, sockets, pass, accept } = world()
  accept()
  last().onClose()
  pass(400)
  const before = heard.length
  sockets[0]?.onMessage(JSON.stringify({ type: 'beat' }))
  sockets[0]?.onClose()
  expect(heard).toHaveLength(before)
  expect(sockets).toHaveLength(2)
})

test('a server of another version ends the attempts and says what to do', () => {
  const { connection, accept, pass, sockets, timers } = world()
  accept({ ...hello, protocol: protocolVersion + 1 })
  expect(connection.state.now).toEqual({
    kind: 'outdated',
    why: `this page speaks version ${protocolVersion} of the protocol and the server speaks version ${protocolVersion + 1}: reload the page`,
  })
  pass(600_000)
  expect(sockets).toHaveLength(1)
  expect(timers).toEqual([])
})

test('a server that has no room says so in its own words', () => {
  const { connection, last } = world()
  last().onOpen()
  last().onMessage(JSON.stringify({ type: 'refused', code: 'full', message: 'the page is open in 32 places' }))
  last().onClose()
  expect(connection.state.now).toEqual({ kind: 'lost', why: 'the page is open in 32 places' })
})

test('frames are handed on as bytes, and what cannot be read is a problem, not an end', () => {
  const { accept, connection, frames, last, problems } = world()
  accept()
  last().onMessage(Uint8Array.of(1, 2, 3).buffer)
  last().onMessage('{"type":"surprise"}')
  expect(frames).toEqual([Uint8Array.of(1, 2, 3)])
  expect(problems).toHaveLength(1)
  expect(connection.state.now.kind).toBe('open')
})

test('a closed connection leaves no timer and does not come back', () => {
  const { accept, connection, last, sockets, timers } = world()
  accept()
  connection.close()
  expect(last().closed).toBe(true)
  expect(timers).toEqual([])
  last().onClose()
  expect(sockets).toHaveLength(1)
})
