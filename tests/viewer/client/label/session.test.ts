import { expect, test } from 'vitest'
import { takeSeat } from '../../../../viewer/client/label/seat.ts'
import { createSession } from '../../../../viewer/client/label/session.ts'
import type { LabelQuestion } from '../../../../viewer/protocol/label.ts'
import type { PageMessage } from '../../../../viewer/protocol/messages.ts'
import { notebook } from '../../../support/notebook.ts'

const clip = (member: number) => ({ member, address: { run: 'r', clip: 'c' }, start: 0, length: 2, seconds: 1 })
const question = (id: string): LabelQuestion => ({ id, task: 't', clips: [clip(1), clip(0)], fair: true })
const left = { type: 'label-answer', answer: 'second', milliseconds: 7 } as const

function setUp(tab = notebook(), book = notebook()) {
  const said: PageMessage[] = []
  const kept = new Set<string>()
  const lines: string[] = []
  const later: (() => void)[] = []
  const session = createSession({
    wire: {
      keep(key, message) {
        kept.add(key)
        said.push(typeof message === 'function' ? message() : message)
      },
      forget: (key) => void kept.delete(key),
    },
    seat: takeSeat({ tab, browser: notebook() }),
    tab,
    notebook: book,
    load: async (asked) => ({ question: asked, clips: [] }),
    say: (line) => lines.push(line),
    clock: () => 0,
    after: (_, then) => later.push(then),
  })
  const offer = async (...ids: string[]) => {
    session.hear({ type: 'label-offer', questions: ids.map(question), state: 'asking' })
    await new Promise((resolve) => setTimeout(resolve, 0))
  }
  const given = () => said.at(-1) as Extract<PageMessage, { id: string }>
  const asked = () => session.queue.present.now?.question.id
  return { session, said, kept, lines, later, offer, given, asked, tab, book }
}

test('an answer is kept until it is saved, and the next question is asked meanwhile', async () => {
  const { session, offer, given, asked, kept } = setUp()
  await offer('a', 'b')
  session.give(left)
  expect(given()).toMatchObject({ question: 'a', answer: 'second', shown: [1, 0], milliseconds: 7 })
  expect([asked(), session.waiting.now.length]).toEqual(['b', 1])
  const { id } = given()
  session.hear({ type: 'label-saved', id, question: 'a', answer: 'x' })
  expect([kept.has(id), session.waiting.now.length, session.saved.now]).toEqual([false, 0, 1])
})

test('after a reload an answer on its way is sent with its id, and its question is not asked again', async () => {
  const first = setUp()
  await first.offer('a', 'b')
  first.session.give(left)
  const { id } = first.given()
  const second = setUp(first.tab, first.book)
  expect(second.said.map((message) => message.type)).toEqual(['label-sit', 'label-answer'])
  expect(second.given().id).toBe(id)
  await second.offer('a', 'b')
  expect(second.asked()).toBe('b')
})

test('a question that was taken back and answered anew is not asked a third time by late words', async () => {
  const { session, offer, given, asked } = setUp()
  await offer('a', 'b')
  session.give(left)
  const answer = given().id
  await session.undo()
  const undo = given()
  expect(undo).toMatchObject({ type: 'label-undo', answer })
  expect(asked()).toBe('a')
  session.give(left)
  const again = given().id
  session.hear({ type: 'label-saved', id: answer, question: 'a', answer })
  session.hear({ type: 'label-undone', id: undo.id, question: 'a', answer })
  await offer('a', 'b')
  expect(asked()).toBe('b')
  expect(session.queue.holding.now.map(({ id }) => id)).toEqual(['b'])
  session.hear({ type: 'label-saved', id: again, question: 'a', answer: again })
  expect(session.waiting.now).toEqual([])
})

test('what the disk refused is sent again after a moment; what was refused for good is told and forgotten', async () => {
  const { session, offer, given, lines, later, said, kept } = setUp()
  await offer('a', 'b')
  session.give(left)
  const { id } = given()
  session.hear({ type: 'label-refused', id, code: 'not-saved', message: 'the disk is full' })
  expect(kept.has(id)).toBe(true)
  later[0]!()
  expect(said.filter((message) => 'id' in message && message.id === id)).toHaveLength(2)
  session.hear({ type: 'label-refused', id, code: 'not-yours', message: 'somebody else answered' })
  expect([session.waiting.now.length, session.last.now, lines]).toEqual([
    0,
    undefined,
    ['the disk is full', 'somebody else answered'],
  ])
})

test('a seat that was taken over sits down elsewhere', () => {
  const { session, said } = setUp()
  session.hear({ type: 'label-moved' })
  const seats = said.flatMap((message) => (message.type === 'label-sit' ? [message.seat] : []))
  expect(new Set(seats).size).toBe(2)
})
