import { expect, test } from 'vitest'
import { messageKey, type ServerMessage } from '../../../viewer/protocol/messages.ts'

const status: ServerMessage = { type: 'status', run: 'a', status: { state: 'running', progress: null, note: null } }

test('two states of one kind replace each other, of the same run', () => {
  expect(messageKey(status)).toBe(messageKey({ ...status }))
  expect(messageKey(status)).not.toBe(messageKey({ ...status, run: 'b' }))
})

test('states of different kinds do not', () => {
  const others: ServerMessage[] = [
    { type: 'curves', run: 'a', curves: [] },
    { type: 'clips', run: 'a', clips: [] },
    { type: 'runs', fresh: true, runs: [], gone: [], left: 0 },
    { type: 'beat' },
  ]
  const keys = [status, ...others].map(messageKey)
  expect(new Set(keys).size).toBe(keys.length)
})

test('the word that a clip is missing replaces nothing but that clip', () => {
  const missing = (clip: string) => messageKey({ type: 'no-clip', run: 'a', clip, message: '' })
  expect(missing('1')).not.toBe(missing('2'))
})
