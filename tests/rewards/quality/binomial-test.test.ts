import { expect, test } from 'vitest'
import { binomialTest } from '../../../rewards/quality/binomial-test.ts'

test.each([
  [15, 20, 0.04138946533203125],
  [5, 20, 0.04138946533203125],
  [0, 10, 0.001953125],
  [5, 10, 1],
  [0, 0, 1],
  [700, 1200, 8.535366081034316e-9],
  [2600, 5000, 0.004883649737517494],
])('gives the two-sided p of %i in %i as SciPy does', (successes, count, p) => {
  expect(binomialTest(successes, count) / p).toBeCloseTo(1, 9)
})

test('refuses more successes than throws', () => {
  expect(() => binomialTest(3, 2)).toThrow('3 successes of 2; expected whole numbers, 0 to the count')
})
