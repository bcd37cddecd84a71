import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { signedRankTest } from '../../../lab/statistics/wilcoxon-signed-rank.ts'

const differences = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 1, maxLength: 9 })

/** All 2^n signs, one after another. */
function counted(values: readonly number[], statistic: number): number {
  const sizes = values.filter((value) => value !== 0).map(Math.abs)
  const rank = sizes.map((size) => {
    const below = sizes.filter((other) => other < size).length
    return below + (sizes.filter((other) => other === size).length + 1) / 2
  })
  let atLeast = 0
  for (let signs = 0; signs < 2 ** sizes.length; signs++) {
    const sum = rank.reduce((total, each, i) => ((signs >> i) & 1 ? total + each : total), 0)
    if (sum >= statistic) atLeast++
  }
  return atLeast / 2 ** sizes.length
}

describe('the signed-rank test', () => {
  test('is the share of all assignments of signs that are as extreme', () => {
    fc.assert(
      fc.property(differences, (values) => {
        const { statistic, p } = signedRankTest(values, { alternative: 'greater' })
        expect(p).toBeCloseTo(counted(values, statistic), 12)
      }),
    )
  })

  test('of the differences turned round is the same in both directions together', () => {
    fc.assert(
      fc.property(differences, (values) => {
        const turned = values.map((value) => -value)
        expect(signedRankTest(turned).p).toBeCloseTo(signedRankTest(values).p, 12)
        expect(signedRankTest(turned, { alternative: 'less' }).p).toBeCloseTo(
          signedRankTest(values, { alternative: 'greater' }).p,
          12,
        )
      }),
    )
  })

  test('of five pairs that all agree is 1 / 16: fewer can never be significant at 5%', () => {
    expect(signedRankTest([1, 2, 3, 4, 5])).toEqual({ pairs: 5, statistic: 15, p: 0.0625 })
  })

  test('agrees with what SciPy gives: wilcoxon(d, alternative="greater", method="exact")', () => {
    const above = (values: readonly number[]) => signedRankTest(values, { alternative: 'greater' }).p
    expect(above([6, 8, 14, 16, 23, 24, 28, 29, 41, -48, 49, 56, 60, -67, 75])).toBeCloseTo(0.020629882812, 11)
    expect(above([1.5, -0.5, 2.5, 3.5, -4.5, 5.5])).toBeCloseTo(0.21875, 11)
  })

  test('drops zeros and lets ties share a rank', () => {
    expect(signedRankTest([0, 1, 1, 1], { alternative: 'greater' })).toEqual({ pairs: 3, statistic: 6, p: 1 / 8 })
    expect(signedRankTest([1, 1, -1], { alternative: 'greater' }).p).toBe(0.5)
  })

  test('without any difference says so with p = 1', () => {
    expect(signedRankTest([0, 0])).toEqual({ pairs: 0, statistic: 0, p: 1 })
  })

  test('refuses what is no number', () => {
    expect(() => signedRankTest([1, Number.NaN])).toThrow('a difference is NaN; expected numbers')
  })

  test('goes over into the normal approximation without a jump', () => {
    const some = Array.from({ length: 101 }, (_, i) => (i % 3 === 0 ? -1 : 1) * (i + 1))
    const exact = signedRankTest(some.slice(1)).p
    const approximate = signedRankTest(some).p
    expect(approximate / exact).toBeGreaterThan(0.8)
    expect(approximate / exact).toBeLessThan(1.25)
  })
})
