// Points, and spaces made of them, for tests of transport.

import { type Matrix, matrixOf } from '../../rewards/transport/matrix.ts'
import { randomStream } from '../../sim/random.ts'

export type Point = readonly number[]

export function distances(points: readonly Point[]): Matrix {
  return matrixOf(
    points.map((one) => points.map((other) => Math.hypot(...one.map((value, axis) => value - other[axis]!)))),
    'distances',
  )
}

export function cloud(seed: number, count: number): Point[] {
  const random = randomStream(seed, 'cloud')
  return Array.from({ length: count }, () => [random.normal(), 2 * random.normal(), random.normal() ** 2])
}

/** Each row's favourite column. */
export function favourites({ rows, columns, values }: Matrix): number[] {
  return Array.from({ length: rows }, (_, i) => {
    const row = values.subarray(i * columns, (i + 1) * columns)
    return row.indexOf(Math.max(...row))
  })
}
