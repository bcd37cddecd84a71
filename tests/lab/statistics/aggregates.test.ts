import { expect, test } from 'vitest'
import { aggregates } from '../../../lab/statistics/aggregates.ts'
import { interquartileMean } from '../../../lab/statistics/interquartile-mean.ts'
import { optimalityGap } from '../../../lab/statistics/optimality-gap.ts'
import { performanceProfile } from '../../../lab/statistics/performance-profile.ts'
import { randomStream } from '../../../sim/random.ts'

const options = () => ({ random: randomStream(1, 'aggregates') })

test('the interquartile mean leaves out a quarter on both sides, and nothing of fewer than four', () => {
  expect(
    interquartileMean([
      [1, 2],
      [3, 100],
    ]),
  ).toBe(2.5)
  expect(interquartileMean([[1, 2, 6]])).toBe(3)
})

test('the optimality gap counts nothing beyond enough', () => {
  expect(optimalityGap([[0.5, 7]])).toBe(0.25)
  expect(optimalityGap([[0.5, 7]], 10)).toBe(6.25)
})

test('the mean and the median are over tasks, whatever the number of their runs', () => {
  const found = aggregates([[0, 0, 0, 0], [6], [9]], options())
  expect(found).toMatchObject({ mean: 5, median: 6, meanInterval: [5, 5], medianInterval: [6, 6] })
})

test('an estimate lies inside its interval', () => {
  const { iqm, iqmInterval } = aggregates(
    [
      [0.1, 0.7, 0.4, 0.9],
      [0.5, 0.2, 0.8, 0.3],
    ],
    options(),
  )
  expect(iqmInterval[0]).toBeLessThan(iqm)
  expect(iqmInterval[1]).toBeGreaterThan(iqm)
})

test('a profile falls from all runs to none, and a score at the threshold is not above it', () => {
  const { shares, intervals } = performanceProfile([[0, 0.5, 1]], [-1, 0, 0.5, 1], options())
  expect(shares).toEqual([1, expect.closeTo(2 / 3), expect.closeTo(1 / 3), 0])
  expect(intervals[0]).toEqual([1, 1])
})
