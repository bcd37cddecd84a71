import { expect, test } from 'vitest'
import { readNotes } from '../../../../viewer/client/policy/onnx-notes.ts'
import { taskPolicy } from '../../../support/programs/task-policy.ts'

test('the notes of an exported policy are read back', () => {
  const notes = { task: 'push', actionRepeat: '2', empty: '', 'naïve 名': 'ü' }
  expect(readNotes(taskPolicy(notes))).toEqual(notes)
  expect(readNotes(taskPolicy({}))).toEqual({})
})

test('what is no ONNX file is refused', () => {
  expect(() => readNotes(new TextEncoder().encode('GIF89a'))).toThrow('found no ONNX model: ')
  const policy = taskPolicy({ task: 'push' })
  expect(() => readNotes(policy.subarray(0, policy.length - 3))).toThrow(/found no ONNX model: byte \d+ promises/)
  expect(readNotes(new Uint8Array(0))).toEqual({})
})
