import { expect, test } from 'vitest'
import { interruptSignal } from '../../../lab/commands/interrupt.ts'

function program() {
  const listeners = new Map<string, () => void>()
  const exits: number[] = []
  const said: string[] = []
  const clock = { milliseconds: 1000 }
  const process = {
    on: (signal: string, listener: () => void) => listeners.set(signal, listener),
    exit: (code: number) => void exits.push(code),
  }
  const signal = interruptSignal(process, { say: (text) => said.push(text), now: () => clock.milliseconds })
  return { signal, exits, said, clock, send: (name: string) => listeners.get(name)?.() }
}

test('the first signal stops well and says so, the second at once', () => {
  const { signal, exits, said, clock, send } = program()
  send('SIGINT')
  expect(signal.aborted).toBe(true)
  expect(exits).toEqual([])
  expect(said.join('')).toContain('once more to stop at once')
  clock.milliseconds += 2000
  send('SIGINT')
  expect(exits).toEqual([1])
  expect(said).toHaveLength(1)
})

test('one key press that arrives twice, as under npm start, counts once', () => {
  const { exits, clock, send } = program()
  send('SIGINT')
  clock.milliseconds += 20
  send('SIGINT')
  expect(exits).toEqual([])
})

test('a request to terminate counts as well', () => {
  const { signal, send } = program()
  send('SIGTERM')
  expect(signal.aborted).toBe(true)
})
