import { expect, test } from 'vitest'
import { scorePairs } from '../../../rewards/models/pair-score.ts'

test('loss is of each member, accuracy is of their mean', () => {
  // Members (rows) over three pairs; the second member is wrong about the first pair, but less sure.
  const logOdds = Float32Array.of(...[2, -1, 0], ...[-1, -3, 0])
  const score = scorePairs(logOdds, [1, 0, 0.5], 2)
  const loss = (margin: number) => Math.log(1 + Math.exp(-margin))
  expect(score.memberLoss[0]).toBeCloseTo((loss(2) + loss(1) + Math.LN2) / 3, 6)
  expect(score.memberLoss[1]).toBeCloseTo((loss(-1) + loss(3) + Math.LN2) / 3, 6)
  expect(score.loss).toBeCloseTo((score.memberLoss[0]! + score.memberLoss[1]!) / 2, 12)
  expect(score.accuracy).toBe(1)
  expect(score.pairs).toBe(3)
})

test('reliability is of the mean chance of the members', () => {
  // Chances of the first pair 0.881 and 0.269, of the second 0.269 and 0.047.
  const { reliability } = scorePairs(Float32Array.of(...[2, -1], ...[-1, -3]), [0, 0], 2)
  expect(reliability).toEqual([
    { low: 0.5, high: 0.6, count: 1, predicted: expect.closeTo((0.880797 + 0.268941) / 2, 5), observed: 0 },
    { low: 0.8, high: 0.9, count: 1, predicted: expect.closeTo(1 - (0.268941 + 0.047426) / 2, 5), observed: 1 },
  ])
})

test('a member that knows nothing has the loss ln 2', () => {
  expect(scorePairs(new Float32Array(4), [1, 0, 0, 1], 1).memberLoss[0]).toBeCloseTo(Math.LN2, 6)
})

test('log-odds of any size give a finite loss', () => {
  expect(scorePairs(Float32Array.of(1e5, -1e5), [1, 1], 1).memberLoss[0]).toBeCloseTo(5e4, 0)
})

test('no pairs have no score', () => {
  expect(scorePairs(new Float32Array(), [], 3)).toEqual({
    pairs: 0,
    loss: Number.NaN,
    memberLoss: [Number.NaN, Number.NaN, Number.NaN],
    accuracy: Number.NaN,
    reliability: [],
  })
})
