// Entropic optimal transport:  min over P of <P, C> - epsilon H(P),  P 1 = a,  P' 1 = b  (Cuturi 2013), in scalings that are
// stabilised in the log domain. Small epsilons are approached from larger ones. By the envelope theorem the gradient of the
// optimum to C is P itself; see gradients.ts.

import { TransportError } from './errors.ts'
import { checkMarginals, type Marginals } from './marginals.ts'
import { checkFinite, inner, type Matrix } from './matrix.ts'
import { marginalError, type Plan } from './plan.ts'
import { type Potentials, Scaling } from './scaling.ts'
import { read, room, withWorkspace } from './workspace.ts'

export interface SinkhornOptions extends Marginals {
  readonly cost: Matrix
  /** In the unit of the costs; see `relativeEpsilon`. */
  readonly epsilon: number
  /** Marginal error that counts as converged; default 1e-9. */
  readonly tolerance?: number
  /** Sweeps over rows and columns, all epsilons together; default 10,000. */
  readonly iterations?: number
  /** Where to start; zeros by default. */
  readonly from?: Potentials
}

export interface EntropicPlan extends Plan {
  readonly potentials: Potentials
}

/** Epsilon as a share of the spread of the costs; of 1 where all costs are equal. */
export function relativeEpsilon({ values }: Matrix, share: number): number {
  const spread = spreadOf(values)
  return share * (spread > 0 ? spread : 1)
}

/** @throws TransportError when costs, masses or epsilon make no sense */
export function sinkhorn(options: SinkhornOptions): EntropicPlan {
  const { cost, a, b, epsilon, tolerance = 1e-9, iterations = 10_000, from } = options
  checkFinite(cost.values, 'the cost')
  checkMarginals({ a, b }, cost.rows, cost.columns)
  checkEpsilon(epsilon)
  const { blocks, vectors } = Scaling.needs
  return withWorkspace(room(cost.rows, cost.columns, { blocks: blocks + 1, vectors }), (workspace) => {
    const scaling = new Scaling(workspace, workspace.holding(cost), { a, b })
    let left = iterations
    for (const stage of from ? [epsilon] : stages(cost, epsilon)) {
      scaling.begin(stage, from)
      const enough = stage === epsilon ? tolerance : Math.max(tolerance, ROUGH)
      left -= scaling.solve(enough, left).sweeps
    }
    const plan = read(scaling.plan())
    const exact = marginalError(plan, a, b)
    return {
      plan,
      value: inner(plan.values, cost.values),
      iterations: iterations - left,
      converged: exact <= 2 * tolerance + ROUNDING,
      marginalError: exact,
      potentials: scaling.potentials,
    }
  })
}

export function checkEpsilon(epsilon: number): void {
  if (!(epsilon > 0 && epsilon < Number.POSITIVE_INFINITY)) {
    throw new TransportError(`epsilon is ${epsilon}, expected more than 0`)
  }
}

/** Marginal error that is enough on the way to a smaller epsilon. */
const ROUGH = 1e-2
/** Of sums of a few hundred numbers around 1. */
const ROUNDING = 1e-14
/** The first epsilon as a share of the spread of costs, and by how much the next is smaller. */
const FIRST = 0.05
const SHRINK = 4

function stages(cost: Matrix, epsilon: number): number[] {
  const found = [epsilon]
  const first = relativeEpsilon(cost, FIRST)
  while (found[0]! * SHRINK <= first) found.unshift(found[0]! * SHRINK)
  return found
}

function spreadOf(values: Float64Array): number {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of values) {
    if (value < least) least = value
    if (value > most) most = value
  }
  return most - least
}
