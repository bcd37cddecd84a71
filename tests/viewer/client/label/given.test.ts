import { expect, test } from 'vitest'
import { createGiven } from '../../../../viewer/client/label/given.ts'
import type { LabelGiven } from '../../../../viewer/protocol/label.ts'
import { notebook } from '../../../support/notebook.ts'

const month = 30 * 24 * 3600 * 1000

function answer(id: string): LabelGiven {
  return { type: 'label-answer', id, question: `q-${id}`, answer: 'first', shown: [0, 1], milliseconds: 5 }
}

function setUp(book = notebook(), now = 1000) {
  const sent: string[] = []
  const problems: string[] = []
  const given = createGiven({
    notebook: book,
    send: ({ id }) => sent.push(id),
    onUnsaved: (problem) => problems.push(problem),
    clock: () => now++,
  })
  return { given, sent, problems, book }
}

test('an answer is written down before it is sent, and crossed out when the server has it', () => {
  const book = notebook()
  const written: number[] = []
  const given = createGiven({
    notebook: book,
    send: () => written.push(book.entries.size),
    onUnsaved: () => {},
    clock: () => 0,
  })
  given.add(answer('a'))
  expect(written).toEqual([1])
  expect(given.waiting.now.map(({ id }) => id)).toEqual(['a'])
  given.settle('a')
  expect([given.waiting.now, book.entries.size]).toEqual([[], 0])
})

test('what a reload finds is sent again in its order with the same ids', () => {
  const { given, book } = setUp()
  for (const id of ['c', 'a', 'b']) given.add(answer(id))
  given.settle('a')
  const again = setUp(book, 2000)
  expect(again.sent).toEqual(['c', 'b'])
  expect(again.given.waiting.now).toEqual([answer('c'), answer('b')])
})

test('what was for another server is kept for it', () => {
  const { given, book } = setUp()
  given.add(answer('a'))
  given.setAside('a')
  expect(given.waiting.now).toEqual([])
  expect(setUp(book).sent).toEqual(['a'])
})

test('what nobody came back for in a month is thrown away, and so is what cannot be read', () => {
  const { given, book } = setUp()
  given.add(answer('a'))
  book.setItem('rapref-given:broken', '{')
  book.setItem('somebody-else', 'x')
  expect(setUp(book, 2000 + month).sent).toEqual([])
  expect([...book.entries.keys()]).toEqual(['somebody-else'])
})

test('a full browser is told of, and the answer is sent all the same', () => {
  const { given, book, sent, problems } = setUp()
  book.fill()
  given.add(answer('a'))
  expect(sent).toEqual(['a'])
  expect(problems).toEqual(['the quota has been exceeded'])
})
