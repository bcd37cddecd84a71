import { expect, test } from 'vitest'
import { pointsOf, reviewColumns, valueAt } from '../../../../viewer/client/label/review-lines.ts'

const clip = (member: number) => ({ member, address: { run: 'r', clip: 'c' }, start: 0, length: 2, seconds: 1 })
const question = { id: 'q', task: 't', clips: [clip(1), clip(0)], fair: true }
const insight = {
  question: 'q',
  prediction: null,
  clips: [
    { member: 0, reward: { mean: [1, 2], deviation: [0, 1] }, terms: [{ name: 'near', values: [0.5, 0.25] }] },
    { member: 1, reward: { mean: [-1, 0], deviation: [1, 0] }, terms: [{ name: 'near', values: [0, 0] }] },
  ],
}

test('every clip gets its own curves in the order of the page, with one height for the same curve', () => {
  const [left, right] = reviewColumns(insight, question)
  expect(left!.interval).toBe(0.5)
  expect(left!.lines.map(({ name, values }) => [name, values])).toEqual([
    ['reward model', [-1, 0]],
    ['near', [0, 0]],
  ])
  expect(right!.lines[0]!.values).toEqual([1, 2])
  expect(left!.lines.map(({ range }) => range)).toEqual([
    [-2, 3],
    [0, 0.5],
  ])
  expect(right!.lines.map(({ range }) => range)).toEqual(left!.lines.map(({ range }) => range))
})

test('without a model there are the terms alone', () => {
  const bare = { ...insight, clips: insight.clips.map((each) => ({ ...each, reward: null })) }
  expect(reviewColumns(bare, question)[0]!.lines.map(({ name }) => name)).toEqual(['near'])
})

test("a decision's value stands where the decision ends, and holds while it is under way", () => {
  expect(pointsOf([3, 4], 0.5)).toEqual([
    [0.5, 3],
    [1, 4],
  ])
  expect([0, 0.2, 0.5, 0.51, 1, 7].map((time) => valueAt({ values: [3, 4] }, 0.5, time))).toEqual([3, 3, 3, 4, 4, 4])
})
