import { describe, expect, test } from 'vitest'
import { bootstrapInterval } from '../../../lab/statistics/bootstrap.ts'
import { mean } from '../../../lab/statistics/quantile.ts'
import { randomStream } from '../../../sim/random.ts'

const random = () => randomStream(7, 'bootstrap')

describe('bootstrapInterval', () => {
  test('covers the true mean about as often as it says', () => {
    const draws = randomStream(1, 'samples')
    let covered = 0
    for (let trial = 0; trial < 200; trial++) {
      const sample = Array.from({ length: 40 }, () => draws.normal())
      const [low, high] = bootstrapInterval(sample, mean, { random: draws, resamples: 200 })
      if (low <= 0 && high >= 0) covered++
    }
    expect(covered / 200).toBeGreaterThan(0.88)
    expect(covered / 200).toBeLessThan(0.99)
  })

  test('is a point for equal values, and repeats with the seed', () => {
    expect(bootstrapInterval([2, 2, 2], mean, { random: random() })).toEqual([2, 2])
    const values = [1, 5, 2, 8, 3]
    expect(bootstrapInterval(values, mean, { random: random() })).toEqual(
      bootstrapInterval(values, mean, { random: random() }),
    )
  })

  test('widens with the level', () => {
    const values = [1, 5, 2, 8, 3, 9, 4]
    const [low, high] = bootstrapInterval(values, mean, { random: random(), level: 0.99 })
    const [lowHalf, highHalf] = bootstrapInterval(values, mean, { random: random(), level: 0.5 })
    expect(high - low).toBeGreaterThan(highHalf - lowHalf)
  })

  test('needs a value', () => {
    expect(() => bootstrapInterval([], mean, { random: random() })).toThrow(
      'a bootstrap interval needs at least one value',
    )
  })
})
