// What every solver answers.

import type { Matrix } from './matrix.ts'

export interface Plan {
  /** How much of each row's mass goes to each column, [rows, columns]. */
  readonly plan: Matrix
  /** What the plan costs, without the entropy. */
  readonly value: number
  readonly iterations: number
  /** Whether the tolerance was reached: a plan that did not converge must not turn into labels. */
  readonly converged: boolean
  /** Sum over rows and columns of how far the plan's sums are from the masses. */
  readonly marginalError: number
}

/** @see Plan.marginalError */
export function marginalError({ rows, columns, values }: Matrix, a: Float64Array, b: Float64Array): number {
  const left = Float64Array.from(b)
  let error = 0
  for (let i = 0; i < rows; i++) {
    let sum = 0
    for (let j = 0; j < columns; j++) {
      const mass = values[i * columns + j]!
      sum += mass
      left[j] = left[j]! - mass
    }
    error += Math.abs(sum - a[i]!)
  }
  return left.reduce((total, rest) => total + Math.abs(rest), error)
}
