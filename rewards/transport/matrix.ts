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

/**
 * `first` times the transpose of `second`, into `out`, which must be neither. Tiles of four rows by four: sixteen sums stay
 * in registers while each number that is read serves four of them.
 */
export function timesTransposed(first: Matrix, second: Matrix, out: Matrix): Matrix {
  const tall = first.rows - (first.rows % TILE)
  const wide = second.rows - (second.rows % TILE)
  for (let i = 0; i < tall; i += TILE) for (let j = 0; j < wide; j += TILE) tile(first, second, out, i, j)
  for (let i = 0; i < first.rows; i++) {
    for (let j = i < tall ? wide : 0; j < second.rows; j++) out.values[i * out.columns + j] = dot(first, second, i, j)
  }
  return out
}

const TILE = 4

function dot(first: Matrix, second: Matrix, i: number, j: number): number {
  const depth = first.columns
  let sum = 0
  for (let k = 0; k < depth; k++) sum += first.values[i * depth + k]! * second.values[j * depth + k]!
  return sum
}

function tile({ columns: depth, values: a }: Matrix, { values: b }: Matrix, out: Matrix, i: number, j: number): void {
  const a0 = i * depth
  const a1 = a0 + depth
  const a2 = a1 + depth
  const a3 = a2 + depth
  const b0 = j * depth
  const b1 = b0 + depth
  const b2 = b1 + depth
  const b3 = b2 + depth
  let s00 = 0
  let s01 = 0
  let s02 = 0
  let s03 = 0
  let s10 = 0
  let s11 = 0
  let s12 = 0
  let s13 = 0
  let s20 = 0
  let s21 = 0
  let s22 = 0
  let s23 = 0
  let s30 = 0
  let s31 = 0
  let s32 = 0
  let s33 = 0
  for (let k = 0; k < depth; k++) {
    const y0 = b[b0 + k]!
    const y1 = b[b1 + k]!
    const y2 = b[b2 + k]!
    const y3 = b[b3 + k]!
    const x0 = a[a0 + k]!
    s00 += x0 * y0
    s01 += x0 * y1
    s02 += x0 * y2
    s03 += x0 * y3
    const x1 = a[a1 + k]!
    s10 += x1 * y0
    s11 += x1 * y1
    s12 += x1 * y2
    s13 += x1 * y3
    const x2 = a[a2 + k]!
    s20 += x2 * y0
    s21 += x2 * y1
    s22 += x2 * y2
    s23 += x2 * y3
    const x3 = a[a3 + k]!
    s30 += x3 * y0
    s31 += x3 * y1
    s32 += x3 * y2
    s33 += x3 * y3
  }
  const { columns: width, values: c } = out
  const c0 = i * width + j
  c[c0] = s00
  c[c0 + 1] = s01
  c[c0 + 2] = s02
  c[c0 + 3] = s03
  const c1 = c0 + width
  c[c1] = s10
  c[c1 + 1] = s11
  c[c1 + 2] = s12
  c[c1 + 3] = s13
  const c2 = c1 + width
  c[c2] = s20
  c[c2 + 1] = s21
  c[c2 + 2] = s22
  c[c2 + 3] = s23
  const c3 = c2 + width
  c[c3] = s30
  c[c3 + 1] = s31
  c[c3 + 2] = s32
  c[c3 + 3] = s33
}
