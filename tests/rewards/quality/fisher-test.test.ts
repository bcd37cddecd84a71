import { expect, test } from 'vitest'
import { fisherTest } from '../../../rewards/quality/fisher-test.ts'

const share = (count: number, of: number) => ({ count, of })

test.each([
  [share(3, 4), share(1, 4), 0.48571428571428565],
  [share(12, 40), share(25, 40), 0.006745915282824635],
  [share(0, 30), share(6, 30), 0.023720703916957266],
  [share(130, 1000), share(180, 1000), 0.0024266939796765133],
])('gives the p of $0 against $1 as SciPy does', (first, second, p) => {
  expect(fisherTest(first, second)).toBeCloseTo(p, 9)
  expect(fisherTest(second, first)).toBeCloseTo(p, 9)
})

test('finds no difference between nothing and something', () => {
  expect(fisherTest(share(0, 0), share(3, 5))).toBeCloseTo(1, 12)
})
