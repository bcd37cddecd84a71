import { expect, test } from 'vitest'
import { createQueue, type Ready } from '../../../../viewer/client/label/queue.ts'
import type { LabelQuestion } from '../../../../viewer/protocol/label.ts'

const question = (id: string): LabelQuestion => ({ id, task: 't', clips: [], fair: true })
const ready = (id: string): Ready => ({ question: question(id), clips: [] })

function setUp() {
  const loads: string[] = []
  const problems: string[] = []
  const broken = new Set<string>()
  const queue = createQueue({
    async load({ id }) {
      loads.push(id)
      if (broken.has(id)) throw new Error(`no clip of ${id}`)
      return ready(id)
    },
    onProblem: (problem) => problems.push(problem),
  })
  const offer = async (...ids: string[]) => {
    queue.offer(ids.map(question))
    await Promise.resolve()
    await Promise.resolve()
  }
  const asked = () => queue.present.now?.question.id
  const next = () => queue.next.now.map((each) => each.question.id)
  return { queue, loads, problems, broken, offer, asked, next }
}

test('the first is asked, the others are loaded behind it, and an answer moves on at once', async () => {
  const { queue, offer, asked, next, loads } = setUp()
  await offer('a', 'b', 'c')
  expect([asked(), next(), loads]).toEqual(['a', ['b', 'c'], ['a', 'b', 'c']])
  queue.pass('a')
  expect([asked(), next()]).toEqual(['b', ['c']])
})

test('an offer that still names an answered question does not ask it again', async () => {
  const { queue, offer, asked } = setUp()
  await offer('a', 'b')
  queue.pass('a')
  await offer('a', 'b', 'c')
  expect(asked()).toBe('b')
  queue.settle('a')
  expect(queue.holding.now.map(({ id }) => id)).toEqual(['b', 'c'])
})

test('what is asked stays while the server reorders, and goes when it is not offered any more', async () => {
  const { offer, asked } = setUp()
  await offer('a', 'b')
  await offer('b', 'a')
  expect(asked()).toBe('a')
  await offer('b')
  expect(asked()).toBe('b')
})

test('what was taken back is asked at once, before the server knows, and until it decides', async () => {
  const { queue, offer, asked } = setUp()
  await offer('a', 'b')
  queue.pass('a')
  queue.comeBack(ready('a'))
  expect(asked()).toBe('a')
  await offer('b', 'c')
  expect(asked()).toBe('a')
  queue.returned('a')
  expect(asked()).toBe('a')
  await offer('b', 'c')
  expect(asked()).toBe('b')
})

test('several are taken back one after the other, newest first', async () => {
  const { queue, offer, asked, next } = setUp()
  await offer('a', 'b', 'c')
  queue.pass('a')
  queue.pass('b')
  queue.comeBack(ready('b'))
  queue.comeBack(ready('a'))
  expect([asked(), next()]).toEqual(['a', ['b', 'c']])
  queue.pass('a')
  expect(asked()).toBe('b')
})

test('a question whose clips cannot be had is told of once, and the next is asked', async () => {
  const { offer, asked, broken, problems, loads } = setUp()
  broken.add('a')
  await offer('a', 'b')
  expect([asked(), problems]).toEqual(['b', ['no clip of a']])
  broken.clear()
  await offer('a', 'b')
  expect(loads.filter((id) => id === 'a').length).toBeGreaterThan(1)
  expect(asked()).toBe('b')
})
