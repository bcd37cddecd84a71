// Gromov-Wasserstein, fused or not, without entropy, by conditional gradient (Frank and Wolfe 1956; for this objective Vayer et
// al. 2020): each step solves the linearised problem exactly and goes as far towards its answer as a parabola tells. It ends
// where no direction goes down, which for a problem that is not convex may be one of several such places.

import { exactTransport } from './exact-transport.ts'
import { checkGromov, GromovObjective, type GromovProblem, gromovRoom } from './gromov.ts'
import { inner } from './matrix.ts'
import { marginalError, type Plan } from './plan.ts'
import { type Block, read, type Workspace, withWorkspace, write } from './workspace.ts'

export interface ExactGromovOptions extends GromovProblem {
  /** How much the linearised objective may still fall, as a share of its size, and count as converged; default 1e-9. */
  readonly tolerance?: number
  /** Steps; default 1,000. */
  readonly iterations?: number
  /** Called after each step with its number and how much the linearised objective could fall. */
  readonly progress?: (iteration: number, gap: number) => void
}

/** @throws TransportError when costs or masses make no sense */
export function exactGromov(options: ExactGromovOptions): Plan {
  checkGromov(options)
  return withWorkspace(gromovRoom(options, 3), (workspace) => solve(workspace, options))
}

function solve(workspace: Workspace, options: ExactGromovOptions): Plan {
  const { p, q, tolerance = 1e-9, iterations = 1000, progress } = options
  const objective = new GromovObjective(workspace, options)
  const plan = objective.independent(workspace.block(p.length, q.length))
  const gradient = workspace.block(p.length, q.length)
  const direction = workspace.block(p.length, q.length)
  let [iteration, converged] = [0, false]
  while (!converged && iteration < iterations) {
    objective.gradient(plan, gradient)
    write(exactTransport({ cost: read(gradient), a: p, b: q }).plan, direction)
    add(direction, plan, -1)
    const gap = -inner(gradient.values, direction.values)
    converged = gap <= tolerance * sizeOf(gradient, plan)
    if (!converged) add(plan, direction, step(gap, objective.curvature(direction)))
    iteration++
    progress?.(iteration, gap)
  }
  const found = read(plan)
  return {
    plan: found,
    value: objective.value(plan),
    iterations: iteration,
    converged,
    marginalError: marginalError(found, p, q),
  }
}

/** The share of a direction at which  -gap s + curvature s^2  is least. */
function step(gap: number, curvature: number): number {
  return curvature > 0 ? Math.min(1, gap / (2 * curvature)) : 1
}

function add(sum: Block, other: Block, share: number): void {
  for (let at = 0; at < sum.values.length; at++) sum.values[at] = sum.values[at]! + share * other.values[at]!
}

/** Of the terms of the linearised objective, so that a tolerance needs no unit. */
function sizeOf({ values }: Block, plan: Block): number {
  let size = 0
  for (let at = 0; at < values.length; at++) size += Math.abs(values[at]!) * plan.values[at]!
  return size
}
