// Entropic Gromov-Wasserstein, fused or not, by projected gradient (Peyre, Cuturi and Solomon 2016): from T = p q', each step
// solves  T <- argmin of <gradient(T), T'> - epsilon H(T')  exactly. Every inner solve starts where the last one ended and
// need not be more exact than the steps are large; the last ones are. Once the steps are short the gradients are mixed as
// Anderson does: the same fixed point in a fraction of the steps.

import { Anderson } from './anderson.ts'
import { TransportError } from './errors.ts'
import { GromovObjective, type GromovProblem } from './gromov.ts'
import { type Matrix, zeros } from './matrix.ts'
import type { Plan } from './plan.ts'
import { type Potentials, relativeEpsilon, sinkhorn } from './sinkhorn.ts'

export interface EntropicGromovOptions extends GromovProblem {
  /** In the unit of the gradient, or as a share of its spread at p q'. */
  readonly epsilon: number | { readonly relative: number }
  /** Frobenius norm of the last change of the plan that counts as converged; default 1e-9. */
  readonly tolerance?: number
  /** Outer steps; default 1,000. */
  readonly iterations?: number
  /** Called after each outer step with its number and the change of the plan. */
  readonly progress?: (iteration: number, change: number) => void
}

/** @throws TransportError when costs, masses or epsilon make no sense */
export function entropicGromov(options: EntropicGromovOptions): Plan {
  const { tolerance = 1e-9, iterations = 1000, progress } = options
  const objective = new GromovObjective(options)
  const { a, b } = objective.marginals
  let plan = objective.independent()
  const size = distance(plan, zeros(plan.rows, plan.columns))
  const cost = zeros(plan.rows, plan.columns)
  const image = zeros(plan.rows, plan.columns)
  const anderson = new Anderson()
  objective.gradient(plan, cost)
  const epsilon = absolute(options.epsilon, cost)
  let from: Potentials | undefined
  let change = 1
  let iteration = 0
  let marginal = Number.POSITIVE_INFINITY
  let solved = false
  while (iteration < iterations && !(change < tolerance && solved)) {
    if (iteration > 0) {
      objective.gradient(plan, image)
      cost.values.set(change < NEAR * size ? anderson.next(cost.values, image.values) : image.values)
    }
    const next = sinkhorn({
      cost,
      a,
      b,
      epsilon,
      tolerance: Math.max(tolerance, EXACT * change),
      ...(from && { from }),
    })
    change = distance(next.plan, plan)
    plan = next.plan
    from = next.potentials
    marginal = next.marginalError
    solved = next.converged
    iteration++
    progress?.(iteration, change)
  }
  return {
    plan,
    value: objective.value(plan),
    iterations: iteration,
    converged: change < tolerance && solved,
    marginalError: marginal,
  }
}

/** A step this short, as a share of the norm of p q', is near the end: mixing earlier could lead to another one. */
const NEAR = 0.01
/** How much more exact an inner solve is than the last step was long. */
const EXACT = 1e-4

function absolute(epsilon: EntropicGromovOptions['epsilon'], gradient: Matrix): number {
  const found = typeof epsilon === 'number' ? epsilon : relativeEpsilon(gradient, epsilon.relative)
  if (!(found > 0)) throw new TransportError(`epsilon is ${found}, expected more than 0`)
  return found
}

function distance(first: Matrix, second: Matrix): number {
  let sum = 0
  for (let at = 0; at < first.values.length; at++) sum += (first.values[at]! - second.values[at]!) ** 2
  return Math.sqrt(sum)
}
