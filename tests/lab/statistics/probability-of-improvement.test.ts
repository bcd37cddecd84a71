import { expect, test } from 'vitest'
import { improvement, probabilityOfImprovement } from '../../../lab/statistics/probability-of-improvement.ts'
import { randomStream } from '../../../sim/random.ts'

test('is 1 where every run beats every other, a half where all are equal, and 1 less what the other side has', () => {
  expect(probabilityOfImprovement([[2, 3]], [[0, 1]])).toBe(1)
  expect(probabilityOfImprovement([[1, 1]], [[1, 1, 1]])).toBe(0.5)
  const [first, second] = [
    [[1, 4, 2], [7]],
    [
      [2, 3],
      [7, 8],
    ],
  ]
  expect(probabilityOfImprovement(first, second)).toBeCloseTo(1 - probabilityOfImprovement(second, first), 14)
})

test('weighs every task alike, however many runs it had', () => {
  expect(probabilityOfImprovement([[1, 1, 1, 1], [0]], [[0], [1]])).toBe(0.5)
})

test('has an interval that narrows to a point where nothing varies', () => {
  expect(improvement([[2, 2]], [[1, 1]], { random: randomStream(1, 'wins') })).toEqual({
    probability: 1,
    interval: [1, 1],
  })
})

test('needs the same tasks', () => {
  expect(() => probabilityOfImprovement([[1]], [[1], [2]])).toThrow('1 tasks against 2; expected the same tasks')
})
