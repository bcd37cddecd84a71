import { expect, test } from 'vitest'
import { farthestFirst } from '../../../rewards/queries/coverage.ts'

const points = (...numbers: number[]) => numbers.map((value) => Float32Array.of(value))

test('takes again and again what is farthest from all that was answered or chosen', () => {
  expect(farthestFirst(points(1, 9, 10, 5), points(0), 3)).toEqual([2, 3, 0])
})

test('keeps away from every answered pair, not from one of them', () => {
  expect(farthestFirst(points(1, 4, 10), points(0, 9), 1)).toEqual([1])
})

test('begins with the first where nothing was answered, and never takes one twice', () => {
  expect(farthestFirst(points(3, 3, 3), [], 5)).toEqual([0, 1, 2])
})
