import { expect, test } from 'vitest'
import { createOutbox, type Pipe } from '../../../viewer/server/outbox.ts'

/** A network that takes a message only when told to. */
function slowPipe() {
  const sent: unknown[] = []
  const pending: { bytes: number; done: (error?: Error) => void }[] = []
  const pipe: Pipe = {
    get bufferedAmount() {
      return pending.reduce((sum, each) => sum + each.bytes, 0)
    },
    send(data, done) {
      sent.push(data)
      pending.push({ bytes: data.length, done })
    },
  }
  return { pipe, sent, take: (error?: Error) => pending.shift()?.done(error), pending }
}

const noFailure = (error: unknown) => {
  throw error
}
const settle = () => new Promise((resolve) => setImmediate(resolve))

test('what is put is sent in order', async () => {
  const { pipe, sent } = slowPipe()
  const outbox = createOutbox({ pipe, highWater: 100, onFailure: noFailure })
  outbox.put('a', () => 'first')
  outbox.put('b', async () => 'second')
  await settle()
  expect(sent).toEqual(['first', 'second'])
})

test('while the network is slow the latest of each key waits, made only when its turn comes', async () => {
  const { pipe, sent, take } = slowPipe()
  const outbox = createOutbox({ pipe, highWater: 5, onFailure: noFailure })
  let state = 0
  let made = 0
  const say = () => {
    made++
    return `state ${state}`
  }
  for (state = 1; state <= 1000; state++) outbox.put('state', say)
  await settle()
  expect(outbox.waiting).toBe(1)
  take()
  await settle()
  expect(sent).toHaveLength(2)
  expect(sent[1]).toBe('state 1001')
  expect(made).toBe(2)
})

test('nothing is handed over above the mark', async () => {
  const { pipe, sent, take } = slowPipe()
  const outbox = createOutbox({ pipe, highWater: 10, onFailure: noFailure })
  for (let i = 0; i < 50; i++) outbox.put(String(i), () => '12345')
  await settle()
  expect(sent).toHaveLength(2)
  take()
  take()
  await settle()
  expect(sent.length).toBeLessThanOrEqual(4)
})

test('an entry that makes nothing sends nothing', async () => {
  const { pipe, sent } = slowPipe()
  const outbox = createOutbox({ pipe, highWater: 10, onFailure: noFailure })
  outbox.put('a', async () => undefined)
  outbox.put('b', () => 'b')
  await settle()
  expect(sent).toEqual(['b'])
})

test('an entry that fails is reported and the next is sent', async () => {
  const { pipe, sent } = slowPipe()
  const failures: unknown[] = []
  const outbox = createOutbox({ pipe, highWater: 10, onFailure: (error) => failures.push(error) })
  outbox.put('a', async () => {
    throw new Error('the disk is gone')
  })
  outbox.put('b', () => 'b')
  await settle()
  expect(failures).toEqual([new Error('the disk is gone')])
  expect(sent).toEqual(['b'])
})

test('a broken network ends the sending', async () => {
  const { pipe, sent, take } = slowPipe()
  const outbox = createOutbox({ pipe, highWater: 1, onFailure: noFailure })
  outbox.put('a', () => 'a')
  await settle()
  take(new Error('broken'))
  outbox.put('b', () => 'b')
  await settle()
  expect(sent).toEqual(['a'])
})

test('a closed outbox forgets what waits', async () => {
  const { pipe, sent, take } = slowPipe()
  const outbox = createOutbox({ pipe, highWater: 1, onFailure: noFailure })
  outbox.put('a', () => 'a')
  outbox.put('b', () => 'b')
  await settle()
  outbox.close()
  take()
  await settle()
  expect(outbox.waiting).toBe(0)
  expect(sent).toEqual(['a'])
})
