// Optimal transport without entropy:  min over P of <P, C>,  P 1 = a,  P' 1 = b,  by shortest augmenting paths (Jonker and
// Volgenant 1987), carrying masses instead of single units: with equal masses on sides of one size it is their assignment.

import { Augmentation } from './augmentation.ts'
import { checkMarginals, type Marginals } from './marginals.ts'
import { checkFinite, inner, type Matrix, zeros } from './matrix.ts'
import { marginalError, type Plan } from './plan.ts'

export interface ExactTransportOptions extends Marginals {
  readonly cost: Matrix
}

export interface ExactPlan extends Plan {
  /** Prices that prove the optimum: f[i] + g[j] <= C[i, j], with equality wherever mass goes, up to rounding. */
  readonly potentials: { readonly f: Float64Array; readonly g: Float64Array }
}

/** Always converges, but for the rounding of sums. @throws TransportError when costs or masses make no sense */
export function exactTransport({ cost, a, b }: ExactTransportOptions): ExactPlan {
  checkFinite(cost.values, 'the cost')
  checkMarginals({ a, b }, cost.rows, cost.columns)
  const plan = zeros(cost.rows, cost.columns)
  const search = new Augmentation(cost, plan, { a, b })
  const iterations = search.run()
  const error = marginalError(plan, a, b)
  return {
    plan,
    value: inner(plan.values, cost.values),
    iterations,
    converged: error <= ROUNDING * search.mass,
    marginalError: error,
    potentials: search.potentials,
  }
}

/** The masses of both sides may differ in sum by that much; see `checkMarginals`. */
const ROUNDING = 3e-6
