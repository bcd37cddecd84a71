// Anderson acceleration of a fixed-point iteration x <- phi(x) (Anderson 1965; Walker and Ni 2011, type II): the next point
// mixes the last images so that their residuals phi(x) - x cancel best in the least-squares sense.

import { inner } from './matrix.ts'

/** Images and residuals that are remembered. */
const MEMORY = 6
/** Keeps the least squares solvable where residuals are nearly parallel, as a share of the largest. */
const RIDGE = 1e-12
/** A residual that grows by more starts the memory anew. */
const GROWTH = 2

interface Remembered {
  readonly image: Float64Array
  readonly residual: Float64Array
  /** Inner products of the residual with those before it and itself; latest last. */
  readonly products: readonly number[]
}

export class Anderson {
  #memory: Remembered[] = []

  /** The next point, in place of the last. */
  next(point: Float64Array, image: Float64Array): void {
    const oldest = this.#memory.length === MEMORY ? this.#memory.shift() : undefined
    const residual = subtract(image, point, oldest?.residual ?? new Float64Array(image.length))
    const square = inner(residual, residual)
    const last = this.#memory.at(-1)
    if (last && square > GROWTH ** 2 * last.products.at(-1)!) this.#memory = []
    const products = [...this.#memory.map((each) => inner(each.residual, residual)), square]
    const kept = oldest?.image ?? new Float64Array(image.length)
    kept.set(image)
    this.#memory.push({ image: kept, residual, products })
    const weights = affineWeights(this.#gram())
    point.fill(0)
    this.#memory.forEach((each, index) => {
      addScaled(point, each.image, weights[index]!)
    })
  }

  /** Inner products of all residuals. */
  #gram(): number[][] {
    const products = (late: number, early: number) => this.#memory[late]!.products.at(early - late - 1)!
    return this.#memory.map((_, i) => this.#memory.map((_, j) => products(Math.max(i, j), Math.min(i, j))))
  }
}

function subtract(one: Float64Array, other: Float64Array, out: Float64Array): Float64Array {
  for (let at = 0; at < out.length; at++) out[at] = one[at]! - other[at]!
  return out
}

function addScaled(sum: Float64Array, values: Float64Array, by: number): void {
  for (let at = 0; at < sum.length; at++) sum[at] = sum[at]! + by * values[at]!
}

/** Weights that sum to 1 and make the weighted sum of the residuals smallest. */
function affineWeights(gram: number[][]): number[] {
  const ridge = RIDGE * Math.max(...gram.map((row, i) => row[i]!))
  for (const [i, row] of gram.entries()) row[i] = row[i]! + ridge
  const solved = solve(gram, Array<number>(gram.length).fill(1))
  const sum = solved.reduce((total, weight) => total + weight, 0)
  return Number.isFinite(sum) && sum !== 0
    ? solved.map((weight) => weight / sum)
    : gram.map((_, i) => Number(i === gram.length - 1))
}

/** Gauss elimination with pivots; changes both. */
function solve(matrix: number[][], right: number[]): number[] {
  const size = right.length
  for (let column = 0; column < size; column++) {
    let pivot = column
    for (let row = column; row < size; row++) {
      if (Math.abs(matrix[row]![column]!) > Math.abs(matrix[pivot]![column]!)) pivot = row
    }
    ;[matrix[column], matrix[pivot]] = [matrix[pivot]!, matrix[column]!]
    ;[right[column], right[pivot]] = [right[pivot]!, right[column]!]
    for (let row = column + 1; row < size; row++) {
      const share = matrix[row]![column]! / matrix[column]![column]!
      for (let k = column; k < size; k++) matrix[row]![k] = matrix[row]![k]! - share * matrix[column]![k]!
      right[row] = right[row]! - share * right[column]!
    }
  }
  for (let row = size - 1; row >= 0; row--) {
    let rest = right[row]!
    for (let k = row + 1; k < size; k++) rest -= matrix[row]![k]! * right[k]!
    right[row] = rest / matrix[row]![row]!
  }
  return right
}
