import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wilcoxonAbove } from '../../../../lab/sweep/halving/wilcoxon.ts'

test('all above zero is as unlikely as one pattern of signs in all', () => {
  expect(wilcoxonAbove([1, 2, 3, 4, 5])).toBe(1 / 32)
  expect(wilcoxonAbove([-1, -2, -3, -4, -5])).toBe(1)
})

test('agrees with the values that SciPy gives: wilcoxon(d, alternative="greater", method="exact")', () => {
  expect(wilcoxonAbove([6, 8, 14, 16, 23, 24, 28, 29, 41, -48, 49, 56, 60, -67, 75])).toBeCloseTo(0.020629882812, 11)
  expect(wilcoxonAbove([1.5, -0.5, 2.5, 3.5, -4.5, 5.5])).toBeCloseTo(0.21875, 11)
})

test('zeros say nothing, ties share a rank', () => {
  expect(wilcoxonAbove([0, 0])).toBe(1)
  expect(wilcoxonAbove([0, 1, 1, 1])).toBe(1 / 8)
  expect(wilcoxonAbove([1, 1, -1])).toBe(0.5)
})

test('counts what trying all signs by hand counts', () => {
  const differences = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 1, maxLength: 9 })
  fc.assert(
    fc.property(differences, (list) => {
      expect(wilcoxonAbove(list)).toBeCloseTo(byHand(list), 12)
    }),
  )
})

function byHand(differences: readonly number[]): number {
  const sizes = differences.filter((each) => each !== 0).map(Math.abs)
  if (sizes.length === 0) return 1
  const sorted = [...sizes].sort((a, b) => a - b)
  const ranks = sizes.map((size) => (sorted.indexOf(size) + sorted.lastIndexOf(size)) / 2 + 1)
  const signs = differences.filter((each) => each !== 0).map((each) => each > 0)
  const observed = ranks.reduce((sum, rank, i) => sum + (signs[i] ? rank : 0), 0)
  let atLeast = 0
  for (let pattern = 0; pattern < 2 ** ranks.length; pattern++) {
    const sum = ranks.reduce((total, rank, i) => total + (pattern & (1 << i) ? rank : 0), 0)
    if (sum >= observed) atLeast++
  }
  return atLeast / 2 ** ranks.length
}
