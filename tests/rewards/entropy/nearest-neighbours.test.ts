import fc from 'fast-check'
import { expect, test } from 'vitest'
import { neighbourDistances } from '../../../rewards/entropy/nearest-neighbours.ts'

test('finds the k-th nearest on a line', () => {
  const others = Float32Array.of(0, 1, 3, 7)
  const at = (k: number) => [...neighbourDistances(Float32Array.of(0, 2), others, 1, k)]
  expect(at(1)).toEqual([0, 1])
  expect(at(2)).toEqual([1, 1])
  expect(at(3)).toEqual([3, 2])
  expect(at(4)).toEqual([7, 5])
})

test('takes the farthest where there are fewer than k', () => {
  expect([...neighbourDistances(Float32Array.of(0), Float32Array.of(3, 1), 1, 6)]).toEqual([3])
  expect([...neighbourDistances(Float32Array.of(0), new Float32Array(), 1, 6)]).toEqual([0])
})

test('is what sorting all distances gives, in any number of dimensions', () => {
  const number = fc.float({ min: -10, max: 10, noNaN: true })
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 31 }).chain((size) =>
        fc.record({
          size: fc.constant(size),
          rows: fc.array(fc.array(number, { minLength: size, maxLength: size }), { minLength: 1, maxLength: 4 }),
          others: fc.array(fc.array(number, { minLength: size, maxLength: size }), { minLength: 1, maxLength: 9 }),
        }),
      ),
      fc.integer({ min: 1, max: 6 }),
      ({ size, rows, others }, k) => {
        const found = neighbourDistances(Float32Array.from(rows.flat()), Float32Array.from(others.flat()), size, k)
        rows.forEach((row, index) => {
          const distances = others.map((other) => Math.hypot(...row.map((value, i) => value - other[i]!)))
          const sorted = distances.sort((a, b) => a - b)
          expect(found[index]).toBeCloseTo(sorted[Math.min(k, sorted.length) - 1]!, 3)
        })
      },
    ),
  )
})
