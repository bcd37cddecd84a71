// Gradients of an optimum to the costs that it was found for. By the envelope theorem the plan counts as fixed:
//
//   Sinkhorn, exact transport      d/dC     = P
//   Gromov-Wasserstein, fused      d/dC1    = (1 - alpha) 2 (C1 * p p' - T C2 T')
//                                  d/dC2    = (1 - alpha) 2 (C2 * q q' - T' C1 T)
//                                  d/dF     = alpha T
//
// (* entry by entry). With entropy it is the gradient of the regularised optimum, <...> - epsilon H(T).

import type { GromovProblem } from './gromov.ts'
import { type Matrix, transposed, zeros } from './matrix.ts'

export interface GromovGradients {
  readonly first: Matrix
  readonly second: Matrix
  /** To the cost between the sides; zeros where there is none. */
  readonly between: Matrix
}

/** @param plan where a solver of the problem converged */
export function gromovGradients({ first, second, p, q, fused }: GromovProblem, plan: Matrix): GromovGradients {
  const alpha = fused?.alpha ?? 0
  const turned = transposed(plan)
  return {
    first: insideGradient({ cost: first, mass: p, weight: 2 * (1 - alpha) }, product(product(plan, second), turned)),
    second: insideGradient({ cost: second, mass: q, weight: 2 * (1 - alpha) }, product(product(turned, first), plan)),
    between: { ...plan, values: plan.values.map((mass) => alpha * mass) },
  }
}

/** H(T) = -sum T (log T - 1) */
export function entropyOf({ values }: Matrix): number {
  let sum = 0
  for (const mass of values) if (mass > 0) sum -= mass * (Math.log(mass) - 1)
  return sum
}

interface Inside {
  readonly cost: Matrix
  readonly mass: Float64Array
  readonly weight: number
}

function insideGradient({ cost, mass, weight }: Inside, carried: Matrix): Matrix {
  const { rows, columns, values } = cost
  const made = zeros(rows, columns)
  for (let i = 0; i < rows; i++) {
    for (let k = 0; k < columns; k++) {
      const at = i * columns + k
      made.values[at] = weight * (values[at]! * mass[i]! * mass[k]! - carried.values[at]!)
    }
  }
  return made
}

function product(one: Matrix, other: Matrix): Matrix {
  const made = zeros(one.rows, other.columns)
  for (let i = 0; i < one.rows; i++) {
    for (let k = 0; k < one.columns; k++) {
      const factor = one.values[i * one.columns + k]!
      if (factor === 0) continue
      for (let j = 0; j < other.columns; j++) {
        made.values[i * made.columns + j] =
          made.values[i * made.columns + j]! + factor * other.values[k * other.columns + j]!
      }
    }
  }
  return made
}
