// Dense matrices in double precision, row by row: transport works with differences of large sums.

import { TransportError } from './errors.ts'

export interface Matrix {
  readonly rows: number
  readonly columns: number
  /** [rows, columns] */
  readonly values: Float64Array
}

export function zeros(rows: number, columns: number): Matrix {
  return { rows, columns, values: new Float64Array(rows * columns) }
}

/** @param name as errors call it. @throws TransportError when rows differ in length or a number is not finite */
export function matrixOf(rows: readonly ArrayLike<number>[], name: string): Matrix {
  const columns = rows[0]?.length ?? 0
  if (columns === 0) throw new TransportError(`${name} is empty, expected at least one row of at least one number`)
  const made = zeros(rows.length, columns)
  rows.forEach((row, i) => {
    if (row.length !== columns) {
      throw new TransportError(`row ${i} of ${name} has ${row.length} numbers, expected ${columns} as the first`)
    }
    made.values.set(row, i * columns)
  })
  checkFinite(made.values, name)
  return made
}

/** @throws TransportError naming the place of the first number that is not finite */
export function checkFinite(values: ArrayLike<number>, name: string): void {
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) throw new TransportError(`${name} holds ${values[i]} at place ${i}`)
  }
}

export function rowsOf({ rows, columns, values }: Matrix): number[][] {
  return Array.from({ length: rows }, (_, i) => Array.from(values.subarray(i * columns, (i + 1) * columns)))
}

export function transposed({ rows, columns, values }: Matrix): Matrix {
  const made = zeros(columns, rows)
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) made.values[j * rows + i] = values[i * columns + j]!
  return made
}

/** Sum of the products of equal places. */
export function inner(first: Float64Array, second: Float64Array): number {
  let sum = 0
  for (let i = 0; i < first.length; i++) sum += first[i]! * second[i]!
  return sum
}
