// What `rapref bench transport` times.

import { align } from '../../../rewards/alignment/align.ts'
import { entropicGromov } from '../../../rewards/transport/entropic-gromov.ts'
import type { Plan } from '../../../rewards/transport/plan.ts'
import { sinkhorn } from '../../../rewards/transport/sinkhorn.ts'
import { cloudProblem, type TransportProblem } from './problem.ts'
import { alignmentProblem } from './segments.ts'

/** Of every solver: the change of the plan, or the marginal error, that counts as converged. */
export const TOLERANCE = 1e-9
/** In the unit of the costs. */
export const EPSILON = 0.05
/** Weight of the costs between the sides. */
export const ALPHA = 0.3

export interface TransportCase {
  readonly name: string
  readonly n: number
  readonly solve: () => Plan
}

const solvers: Readonly<Record<string, (problem: TransportProblem) => Plan>> = {
  gw: ({ first, second, p, q }) => entropicGromov({ first, second, p, q, epsilon: EPSILON, tolerance: TOLERANCE }),
  'fused-gw': ({ between, ...sides }) =>
    entropicGromov({
      ...sides,
      ...{ epsilon: EPSILON, tolerance: TOLERANCE, fused: { cost: between, alpha: ALPHA } },
    }),
  sinkhorn: ({ between, p, q }) => sinkhorn({ cost: between, a: p, b: q, epsilon: EPSILON, tolerance: TOLERANCE }),
}

/** By solver: a name of `transportCases`, or of those that Python is compared with. */
export function solverCase(name: keyof typeof solvers, n: number): TransportCase {
  const problem = cloudProblem(n)
  return { name, n, solve: () => solvers[name]!(problem) }
}

function alignmentCase(n: number): TransportCase {
  const problem = alignmentProblem(n)
  return { name: 'cpa', n, solve: () => align({ ...problem, progress: () => {} }).plan }
}

const SIZES = [50, 100, 200, 400] as const

/** Made when they are asked for. */
export const transportCases: readonly (() => TransportCase)[] = [
  () => solverCase('sinkhorn', 50),
  ...['gw', 'fused-gw'].flatMap((name) => SIZES.map((n) => () => solverCase(name, n))),
  () => alignmentCase(200),
]
