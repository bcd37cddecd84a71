import { expect, test } from 'vitest'
import { rowStatistics } from '../../../rewards/segments/row-statistics.ts'

test('mean and deviation are of each column over all blocks', () => {
  const { mean, deviation } = rowStatistics([Float32Array.of(1, 10, 3, 30), Float32Array.of(5, 50)], 2)
  expect([...mean]).toEqual([3, 30])
  expect(deviation[0]).toBeCloseTo(Math.sqrt(8 / 3), 6)
  expect(deviation[1]).toBeCloseTo(10 * Math.sqrt(8 / 3), 5)
})

test('a column that never changes keeps its size', () => {
  const { mean, deviation } = rowStatistics([Float32Array.of(0.1, 1, 0.1, 2)], 2)
  expect(mean[0]).toBeCloseTo(0.1, 7)
  expect([...deviation]).toEqual([1, 0.5])
})

test('a small spread far from zero is not lost', () => {
  const values = Float32Array.from({ length: 1000 }, (_, i) => 1000 + (i % 2) * 0.5)
  expect(rowStatistics([values], 1).deviation[0]).toBeCloseTo(0.25, 4)
})

test('without data inputs pass as they are', () => {
  const { mean, deviation } = rowStatistics([], 3)
  expect([...mean]).toEqual([0, 0, 0])
  expect([...deviation]).toEqual([1, 1, 1])
})
