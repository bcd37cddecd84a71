import { describe, expect, test } from 'vitest'
import { type Arrival, arrival, medianArrival, summariseArrivals } from '../../../lab/statistics/time-to-threshold.ts'
import { randomStream } from '../../../sim/random.ts'

const reached = (at: number): Arrival => ({ at, reached: true })
const censored = (at: number): Arrival => ({ at, reached: false })
const options = () => ({ random: randomStream(1, 'arrivals'), resamples: 500 })

describe('arrival', () => {
  test('is the first measurement at the threshold, whatever comes after', () => {
    const curve = [
      [10, 0.2],
      [20, 0.9],
      [30, 0.1],
    ] as const
    expect(arrival(curve, 0.9)).toEqual(reached(20))
    expect(arrival(curve, 0.95)).toEqual(censored(30))
    expect(() => arrival([], 0.5)).toThrow('a run without measurements neither reaches a threshold nor fails to')
  })
})

describe('the median of arrivals', () => {
  test('without censored runs is the middle one', () => {
    expect(medianArrival([reached(30), reached(10), reached(20)])).toBe(20)
  })

  test('counts a censored run for as long as it was watched', () => {
    // Leukaemia remission under 6-MP (Freireich 1963), the textbook example of the estimator: median 23 weeks.
    const weeks = [6, 6, 6, 7, 10, 13, 16, 22, 23].map(reached)
    const watched = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map(censored)
    expect(medianArrival([...watched, ...weeks])).toBe(23)
  })

  test('is unknown where fewer than half arrived, and never flattered by leaving them out', () => {
    const mostlyFailed = [reached(10), censored(100), censored(100)]
    expect(medianArrival(mostlyFailed)).toBe(Number.POSITIVE_INFINITY)
    expect(summariseArrivals(mostlyFailed, options())).toEqual({
      runs: 3,
      reached: 1,
      median: null,
      interval: [10, null],
    })
  })

  test('has an interval between its earliest and latest arrival', () => {
    expect(summariseArrivals([reached(10), reached(20), reached(40)], options())).toEqual({
      runs: 3,
      reached: 3,
      median: 20,
      interval: [10, 40],
    })
  })
})
