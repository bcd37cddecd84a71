import { expect, test } from 'vitest'
import { median, medianDeviation } from '../../../rewards/quality/median.ts'
import { responseTimes } from '../../../rewards/quality/response-times.ts'
import { said } from './some-answers.ts'

const timed = (milliseconds: readonly number[]) =>
  milliseconds.map((each, pair) => said({ pair, id: `${each}`, milliseconds: each }))

test('finds the hasty and the slow by their distance to the habit, on the logarithm', () => {
  const usual = [1500, 1800, 2000, 2200, 2500, 3000, 1600, 1900, 2100]
  expect(responseTimes(timed([...usual, 120, 60_000]))).toEqual({ median: 2000, hasty: ['120'], slow: ['60000'] })
  expect(responseTimes(timed([...usual, 1000, 4000]))).toEqual({ median: 2000, hasty: [], slow: [] })
})

test('does not call small differences outliers where almost all answers took equally long', () => {
  expect(responseTimes(timed([...Array(20).fill(1000), 1100]))).toMatchObject({ hasty: [], slow: [] })
})

test('counts the time of a ranking once, however many answers it implies', () => {
  const implied = [1, 2, 3].map((pair) => said({ pair, milliseconds: 9000, ranking: 'r' }))
  expect(responseTimes([...timed([1000, 2000]), ...implied]).median).toBe(2000)
})

test('passes over answers that took no time, which nobody gave', () => {
  expect(responseTimes(timed([0, 0, 2000]))).toEqual({ median: 2000, hasty: [], slow: [] })
  expect(responseTimes(timed([0]))).toEqual({ median: null, hasty: [], slow: [] })
})

test('the median is the middle, and its deviation the middle distance to it', () => {
  expect(median([5, 1, 3])).toBe(3)
  expect(median([4, 1, 3, 2])).toBe(2.5)
  expect(median([])).toBeNaN()
  expect(medianDeviation([1, 2, 3, 4, 100])).toBe(1)
})
