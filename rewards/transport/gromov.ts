// The Gromov-Wasserstein objective for the squared loss (Memoli 2011; factored as Peyre, Cuturi and Solomon 2016):
//
//   E(T) = sum over i, j, k, l of (C1[i, k] - C2[j, l])^2 T[i, j] T[k, l] = <tens(T), T>
//   tens(T) = (C1^2 p) 1' + 1 (C2^2 q)' - 2 C1 T C2,        gradient = 2 tens(T)
//
// for symmetric costs inside each side, in n^2 m + n m^2 instead of n^2 m^2 steps. Fused (Vayer et al. 2020): a cost between
// the sides takes a share alpha,  (1 - alpha) E(T) + alpha <F, T>.

import { TransportError } from './errors.ts'
import { checkMarginals } from './marginals.ts'
import { checkFinite, inner, type Matrix } from './matrix.ts'
import { RunningSandwich } from './running-sandwich.ts'
import { type Block, outer, padded, type Workspace } from './workspace.ts'

export interface GromovProblem {
  /** Costs inside each side, [n, n] and [m, m], symmetric. */
  readonly first: Matrix
  readonly second: Matrix
  /** Mass of each point of either side; equal sums. */
  readonly p: Float64Array
  readonly q: Float64Array
  /** What it costs to match a point of one side with one of the other, [n, m], and how much that weighs in [0, 1]. */
  readonly fused?: { readonly cost: Matrix; readonly alpha: number }
}

/** How far two costs that ought to be equal may be apart, as a share of the largest. */
const SYMMETRIC = 1e-9

/** @throws TransportError when a cost is not symmetric, or sizes or masses do not fit */
export function checkGromov({ first, second, p, q, fused }: GromovProblem): void {
  checkInside(first, 'C1')
  checkInside(second, 'C2')
  checkMarginals({ a: p, b: q }, first.rows, second.rows)
  if (fused) checkFused(fused, first.rows, second.rows)
}

/** Numbers that a workspace needs for an objective and so many blocks of its plan's size beside it. */
export function gromovRoom(problem: GromovProblem, blocks: number): number {
  return RunningSandwich.room(problem) + padded(problem.first.rows) * padded(problem.second.rows) * (2 + blocks)
}

/** Of a problem that was checked, in a workspace. */
export class GromovObjective {
  readonly alpha: number
  readonly #problem: GromovProblem
  readonly #sandwich: RunningSandwich
  /** (C1^2 p) 1' + 1 (C2^2 q)' */
  readonly #constant: Block
  readonly #between: Block

  constructor(workspace: Workspace, problem: GromovProblem) {
    const { first, second, p, q, fused } = problem
    const [rows, columns] = [first.rows, second.rows]
    this.alpha = fused?.alpha ?? 0
    this.#problem = problem
    this.#sandwich = new RunningSandwich(workspace, problem)
    this.#constant = workspace.block(rows, columns)
    this.#between = fused ? workspace.holding(fused.cost) : workspace.block(rows, columns)
    const [left, right] = [squares(first, p), squares(second, q)]
    fill(this.#constant, (i, j) => left[i]! + right[j]!)
  }

  /** p q', where every solver starts. */
  independent(out: Block): Block {
    return outer(this.#problem.p, this.#problem.q, out)
  }

  /** Gradient of the objective at a plan, into `out`; rough where plans still move far. */
  roughGradient(plan: Block, out: Block): Block {
    return this.#gradient(this.#sandwich.at(plan), out)
  }

  /** Gradient of the objective at a plan, into `out`. */
  gradient(plan: Block, out: Block): Block {
    return this.#gradient(this.#sandwich.exactlyAt(plan), out)
  }

  #gradient(product: Float64Array, out: Block): Block {
    const [constant, between] = [this.#constant.values, this.#between.values]
    const structure = 2 * (1 - this.alpha)
    const { values } = out
    for (let at = 0; at < values.length; at++) {
      values[at] = structure * (constant[at]! - 2 * product[at]!) + this.alpha * between[at]!
    }
    return out
  }

  value(plan: Block): number {
    const product = this.#sandwich.exactlyAt(plan)
    const [constant, between] = [this.#constant.values, this.#between.values]
    let [structure, features] = [0, 0]
    for (let at = 0; at < plan.values.length; at++) {
      structure += plan.values[at]! * (constant[at]! - 2 * product[at]!)
      features += plan.values[at]! * between[at]!
    }
    return (1 - this.alpha) * structure + this.alpha * features
  }

  /** The quadratic part along a direction whose rows and columns sum to 0: E(T + s D) = ... + s^2 of this. */
  curvature(direction: Block): number {
    return -2 * (1 - this.alpha) * inner(this.#sandwich.of(direction), direction.values)
  }
}

function fill(block: Block, value: (i: number, j: number) => number): Block {
  const { rows, columns, width, values } = block
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) values[i * width + j] = value(i, j)
  return block
}

function squares({ rows, values }: Matrix, mass: Float64Array): Float64Array {
  return Float64Array.from({ length: rows }, (_, i) => {
    let sum = 0
    for (let k = 0; k < rows; k++) sum += values[i * rows + k]! ** 2 * mass[k]!
    return sum
  })
}

function checkInside({ rows, columns, values }: Matrix, name: string): void {
  if (rows !== columns) throw new TransportError(`${name} is ${rows} by ${columns}, expected a square`)
  checkFinite(values, name)
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  for (let i = 0; i < rows; i++) {
    for (let k = 0; k < i; k++) {
      const [one, other] = [values[i * rows + k]!, values[k * rows + i]!]
      if (Math.abs(one - other) > SYMMETRIC * largest) {
        throw new TransportError(`${name} is not symmetric: ${one} from ${i} to ${k}, ${other} from ${k} to ${i}`)
      }
    }
  }
}

function checkFused({ cost, alpha }: NonNullable<GromovProblem['fused']>, n: number, m: number): void {
  if (cost.rows !== n || cost.columns !== m) {
    throw new TransportError(`F is ${cost.rows} by ${cost.columns}, expected ${n} by ${m} as C1 and C2 are`)
  }
  checkFinite(cost.values, 'F')
  if (!(alpha >= 0 && alpha <= 1)) throw new TransportError(`alpha is ${alpha}, expected a share from 0 to 1`)
}
