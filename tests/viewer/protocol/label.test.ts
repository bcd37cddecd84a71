import { expect, test } from 'vitest'
import { labelKey, labelPageMessages, labelServerMessages } from '../../../viewer/protocol/label.ts'
import { readPageMessage, readServerMessage } from '../../../viewer/protocol/read-message.ts'

const answer = { type: 'label-answer', id: 'a', question: 'q', answer: 'first', shown: [0, 1], milliseconds: 5 }

function problemOf(message: object): string | undefined {
  const read = readPageMessage(JSON.stringify(message))
  return read.ok ? undefined : read.problem
}

test('an answer passes with and without a decisive step and a name', () => {
  expect(problemOf(answer)).toBeUndefined()
  expect(problemOf({ ...answer, decisiveStep: 3, annotator: 'Zoë 🤖 42' })).toBeUndefined()
})

test.each([
  [{ ...answer, id: 'a.1' }, 'in id: expected up to 100 letters, digits and -_'],
  [{ ...answer, answer: 'left' }, 'in answer'],
  [{ ...answer, shown: [0] }, 'in shown'],
  [{ ...answer, shown: [0, 4] }, 'in shown.1'],
  [{ ...answer, milliseconds: -1 }, 'in milliseconds'],
  [{ ...answer, decisiveStep: 0.5 }, 'in decisiveStep'],
  [{ ...answer, annotator: 'a\nb' }, 'in annotator: expected a name of up to 60 letters'],
  [{ ...answer, annotator: 'a\u2028b' }, 'in annotator'],
  [{ ...answer, annotator: 'a'.repeat(61) }, 'in annotator'],
  [{ type: 'label-sit', seat: 's', holding: Array(9).fill('q') }, 'in holding'],
  [{ type: 'label-undo', id: 'u', answer: '../a' }, 'in answer'],
])('a message of the wrong shape is named for what is wrong: %#', (message, problem) => {
  expect(problemOf(message)).toContain(problem)
})

test('an acknowledgement never replaces another, and of everything else the latest counts', () => {
  const saved = (id: string) => labelKey({ type: 'label-saved', id, question: 'q', answer: 'a' })
  expect(saved('a')).not.toBe(saved('b'))
  expect(labelKey({ type: 'label-refused', id: 'a', code: 'not-saved', message: '' })).toBe(saved('a'))
  expect(labelKey({ type: 'label-moved' })).toBe('label-moved')
})

test('a question has no field that could tell a repetition from a first time', () => {
  const clip = { member: 0, address: { run: 'label:', clip: 'q.0' }, start: 0, length: 5, seconds: 1 }
  const question = { id: 'q', task: 'reach', fair: true, clips: [clip, { ...clip, member: 1 }], repeats: 'p' }
  const read = readServerMessage(JSON.stringify({ type: 'label-offer', state: 'asking', questions: [question] }))
  expect(read.ok && JSON.stringify(read.message)).not.toContain('repeats')
})

test('both directions say label- before everything', () => {
  const types = [...labelPageMessages, ...labelServerMessages].map((schema) => schema.shape.type.value)
  expect(types.every((type) => type.startsWith('label-'))).toBe(true)
})
