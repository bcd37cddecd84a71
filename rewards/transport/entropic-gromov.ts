// Entropic Gromov-Wasserstein, fused or not, by projected gradient (Peyre, Cuturi and Solomon 2016): from T = p q', each step
// solves  T <- argmin of <gradient(T), T'> - epsilon H(T')  exactly. Every inner solve starts where the last one ended and
// need not be more exact than the steps are large; the last ones are. Once the steps are short the gradients are mixed as
// Anderson does: the same fixed point in a fraction of the steps.

import { Anderson } from './anderson.ts'
import { checkGromov, GromovObjective, type GromovProblem, gromovRoom } from './gromov.ts'
import { inner, type Matrix } from './matrix.ts'
import { marginalError, type Plan } from './plan.ts'
import { Scaling } from './scaling.ts'
import { checkEpsilon, relativeEpsilon } from './sinkhorn.ts'
import { type Block, padded, read, type Workspace, withWorkspace } from './workspace.ts'

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
  checkGromov(options)
  const { blocks, vectors } = Scaling.needs
  const capacity = gromovRoom(options, 3 + blocks) + vectors * padded(Math.max(options.p.length, options.q.length))
  return withWorkspace(capacity, (workspace) => solve(workspace, options))
}

function solve(workspace: Workspace, options: EntropicGromovOptions): Plan {
  const { p, q, tolerance = 1e-9, iterations = 1000, progress } = options
  const objective = new GromovObjective(workspace, options)
  const plan = objective.independent(workspace.block(p.length, q.length))
  const cost = objective.roughGradient(plan, workspace.block(p.length, q.length))
  const image = workspace.block(p.length, q.length)
  const scaling = new Scaling(workspace, cost, { a: p, b: q })
  const anderson = new Anderson()
  const near = NEAR * Math.sqrt(inner(plan.values, plan.values))
  const epsilon = absolute(options.epsilon, read(cost))
  let [iteration, change, solved] = [0, 1, false]
  while (iteration < iterations && !(change < tolerance && solved)) {
    if (iteration > 0) {
      objective.roughGradient(plan, image)
      if (change < near) anderson.next(cost.values, image.values)
      else cost.values.set(image.values)
    }
    const enough = Math.max(tolerance, EXACT * change)
    scaling.begin(epsilon)
    solved = scaling.solve(enough, SWEEPS).error <= enough
    change = replace(plan, scaling.plan())
    iteration++
    progress?.(iteration, change)
  }
  const found = read(plan)
  return {
    plan: found,
    value: objective.value(plan),
    iterations: iteration,
    converged: change < tolerance && solved,
    marginalError: marginalError(found, p, q),
  }
}

/** A step this short, as a share of the norm of p q', is near the end: mixing earlier could lead to another one. */
const NEAR = 0.01
/** How much more exact an inner solve is than the last step was long. */
const EXACT = 1e-4
/** Of one inner solve. */
const SWEEPS = 10_000

function absolute(epsilon: EntropicGromovOptions['epsilon'], gradient: Matrix): number {
  const found = typeof epsilon === 'number' ? epsilon : relativeEpsilon(gradient, epsilon.relative)
  checkEpsilon(found)
  return found
}

/** Overwrites a plan. @returns the Frobenius norm of the change */
function replace(plan: Block, next: Block): number {
  let sum = 0
  for (let at = 0; at < plan.values.length; at++) sum += (next.values[at]! - plan.values[at]!) ** 2
  plan.values.set(next.values)
  return Math.sqrt(sum)
}
