import { expect, test } from 'vitest'
import { backoffMilliseconds } from '../../../../viewer/client/connection/backoff.ts'

test('waits double and end at eight seconds', () => {
  expect([1, 2, 3, 4, 5, 6, 50].map((failures) => backoffMilliseconds(failures, 0))).toEqual([
    400, 800, 1600, 3200, 6400, 8000, 8000,
  ])
})

test('chance takes away up to a fifth', () => {
  expect(backoffMilliseconds(1, 0.999)).toBeCloseTo(320, 0)
})
