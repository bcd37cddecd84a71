import { expect, test } from 'vitest'
import { bootstrapAbove } from '../../../../lab/sweep/halving/paired-bootstrap.ts'

test('a gain on every seed is no chance, a loss on every seed no gain', () => {
  expect(bootstrapAbove([1, 2, 1, 3, 2])).toBeLessThan(0.001)
  expect(bootstrapAbove([-1, -2, -1])).toBeGreaterThan(0.999)
  expect(bootstrapAbove([])).toBe(1)
})

test('as much up as down is as likely a gain as none, and the answer repeats', () => {
  const differences = [1, -1.1, 2, -2.1, 3, -2.9]
  expect(bootstrapAbove(differences)).toBeGreaterThan(0.4)
  expect(bootstrapAbove(differences)).toBeLessThan(0.6)
  expect(bootstrapAbove(differences)).toBe(bootstrapAbove(differences))
})

test('of two differences, the resamples without the gain are a quarter', () => {
  expect(bootstrapAbove([1, -0.5])).toBeGreaterThan(0.22)
  expect(bootstrapAbove([1, -0.5])).toBeLessThan(0.28)
})
