import { expect, test } from 'vitest'
import { interruptSignal } from '../../../lab/commands/interrupt.ts'

function program() {
  const listeners = new Map<string, () => void>()
  const exits: number[] = []
  const said: string[] = []
  const process = {
    on: (signal: string, listener: () => void) => listeners.set(signal, listener),
    exit: (code: number) => void exits.push(code),
  }
  const signal = interruptSignal(process, (text) => said.push(text))
  return { signal, exits, said, send: (name: string) => listeners.get(name)?.() }
}

test('the first signal stops well and says so, the second at once', () => {
  const { signal, exits, said, send } = program()
  send('SIGINT')
  expect(signal.aborted).toBe(true)
  expect(exits).toEqual([])
  expect(said.join('')).toContain('once more to stop at once')
  send('SIGINT')
  expect(exits).toEqual([1])
  expect(said).toHaveLength(1)
})

test('a request to terminate counts as well', () => {
  const { signal, send } = program()
  send('SIGTERM')
  expect(signal.aborted).toBe(true)
})
