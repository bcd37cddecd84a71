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
}

export class Anderson {
  #memory: Remembered[] = []

  /** @returns the next point, a fresh array */
  next(point: Float64Array, image: Float64Array): Float64Array {
    const residual = image.map((value, at) => value - point[at]!)
    const last = this.#memory.at(-1)
    if (last && inner(residual, residual) > GROWTH ** 2 * inner(last.residual, last.residual)) this.#memory = []
    this.#memory = [...this.#memory, { image: image.slice(), residual }].slice(-MEMORY)
    const weights = affineWeights(this.#memory.map((each) => each.residual))
    const mixed = new Float64Array(image.length)
    this.#memory.forEach((each, index) => {
      const weight = weights[index]!
      for (let at = 0; at < mixed.length; at++) mixed[at] = mixed[at]! + weight * each.image[at]!
    })
    return mixed
  }
}

/** Weights that sum to 1 and make the weighted sum of the residuals smallest. */
function affineWeights(residuals: readonly Float64Array[]): number[] {
  const gram = residuals.map((one) => residuals.map((other) => inner(one, other)))
  const ridge = RIDGE * Math.max(...gram.map((row, i) => row[i]!))
  for (const [i, row] of gram.entries()) row[i] = row[i]! + ridge
  const solved = solve(gram, Array<number>(residuals.length).fill(1))
  const sum = solved.reduce((total, weight) => total + weight, 0)
  return Number.isFinite(sum) && sum !== 0
    ? solved.map((weight) => weight / sum)
    : residuals.map((_, i) => Number(i === residuals.length - 1))
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
