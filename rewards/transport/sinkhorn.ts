// Entropic optimal transport in the log domain:  min over P of <P, C> - epsilon H(P),  P 1 = a,  P' 1 = b.
//
// P = exp((f + g - C) / epsilon) for two potentials f and g (Cuturi 2013). Scalings u and v change a kernel that already
// holds the potentials and are taken up into them before they overflow (Schmitzer 2019, stabilised scaling): a sweep costs
// multiplications, not exponentials, and no epsilon is too small for the numbers. Small epsilons are approached from larger
// ones. By the envelope theorem the gradient of the optimum to C is P itself.

import { TransportError } from './errors.ts'
import { checkMarginals, type Marginals } from './marginals.ts'
import { checkFinite, inner, type Matrix, zeros } from './matrix.ts'
import { marginalError, type Plan } from './plan.ts'

/** In the unit of the costs; they make a later solve of a similar cost start near its end. */
export interface Potentials {
  readonly f: Float64Array
  readonly g: Float64Array
}

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
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of values) {
    least = Math.min(least, value)
    most = Math.max(most, value)
  }
  return share * (most > least ? most - least : 1)
}

/** @throws TransportError when costs, masses or epsilon make no sense */
export function sinkhorn(options: SinkhornOptions): EntropicPlan {
  const { cost, a, b, epsilon, tolerance = 1e-9, iterations = 10_000, from } = options
  checkFinite(cost.values, 'the cost')
  checkMarginals({ a, b }, cost.rows, cost.columns)
  if (!(epsilon > 0)) throw new TransportError(`epsilon is ${epsilon}, expected more than 0`)
  const scaling = new Scaling(cost, a, b, from)
  let left = iterations
  let error = Number.POSITIVE_INFINITY
  for (const stage of from ? [epsilon] : stages(cost, epsilon)) {
    scaling.begin(stage)
    const enough = stage === epsilon ? tolerance : Math.max(tolerance, ROUGH)
    do error = scaling.sweep()
    while (--left > 0 && error > enough)
    if (left <= 0) break
  }
  if (scaling.epsilon !== epsilon) scaling.begin(epsilon)
  const plan = scaling.plan()
  const exact = marginalError(plan, a, b)
  return {
    plan,
    value: inner(plan.values, cost.values),
    iterations: iterations - left,
    converged: exact <= 2 * tolerance + ROUNDING,
    marginalError: exact,
    potentials: { f: scaling.f, g: scaling.g },
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

/** Scalings beyond these are taken up into the potentials. */
const LARGEST = 1e50
const SMALLEST = 1e-50

class Scaling {
  readonly f: Float64Array
  readonly g: Float64Array
  epsilon = 0
  readonly #cost: Matrix
  readonly #a: Float64Array
  readonly #b: Float64Array
  readonly #kernel: Matrix
  readonly #u: Float64Array
  readonly #v: Float64Array
  readonly #sums: Float64Array

  constructor(cost: Matrix, a: Float64Array, b: Float64Array, from: Potentials | undefined) {
    this.#cost = cost
    this.#a = a
    this.#b = b
    this.f = from ? Float64Array.from(from.f) : new Float64Array(cost.rows)
    this.g = from ? Float64Array.from(from.g) : new Float64Array(cost.columns)
    this.#kernel = zeros(cost.rows, cost.columns)
    this.#u = new Float64Array(cost.rows).fill(1)
    this.#v = new Float64Array(cost.columns).fill(1)
    this.#sums = new Float64Array(cost.columns)
  }

  /** Goes on with another epsilon from the potentials that there are. */
  begin(epsilon: number): void {
    if (this.epsilon > 0) this.#takeUp()
    this.epsilon = epsilon
    this.#exact()
    this.#fill()
  }

  /** One pass over columns and one over rows. @returns the marginal error before it */
  sweep(): number {
    const error = this.#sweepColumns()
    if (!this.#sweepRows() || !Number.isFinite(error)) {
      this.#takeUp()
      this.#exact()
      this.#fill()
      return Number.POSITIVE_INFINITY
    }
    return error
  }

  plan(): Matrix {
    this.#takeUp()
    this.#fill()
    return { ...this.#kernel, values: this.#kernel.values.slice() }
  }

  /** v = b / (K' u). @returns how far the columns were off; not finite where a column has lost all its mass */
  #sweepColumns(): number {
    const { rows, columns, values } = this.#kernel
    const sums = this.#sums.fill(0)
    for (let i = 0; i < rows; i++) {
      const u = this.#u[i]!
      const at = i * columns
      for (let j = 0; j < columns; j++) sums[j] = sums[j]! + u * values[at + j]!
    }
    let error = 0
    for (let j = 0; j < columns; j++) {
      error += Math.abs(this.#v[j]! * sums[j]! - this.#b[j]!)
      this.#v[j] = this.#b[j]! / sums[j]!
    }
    return error
  }

  /** u = a / (K v). @returns whether every scaling stayed within bounds */
  #sweepRows(): boolean {
    const { rows, columns, values } = this.#kernel
    let [least, most] = [1, 1]
    for (let i = 0; i < rows; i++) {
      const at = i * columns
      let sum = 0
      for (let j = 0; j < columns; j++) sum += values[at + j]! * this.#v[j]!
      const u = this.#a[i]! / sum
      this.#u[i] = u
      if (u > most) most = u
      else if (!(u >= least)) least = u
    }
    return most < LARGEST && least > SMALLEST
  }

  /** Moves the scalings into the potentials. Those that are not finite are lost; `exact` finds them again. */
  #takeUp(): void {
    move(this.#u, this.f, this.epsilon)
    move(this.#v, this.g, this.epsilon)
  }

  /** g = epsilon log b - epsilon lse((f - C) / epsilon), then f likewise: in logarithms, whatever epsilon is. */
  #exact(): void {
    const { rows, columns, values } = this.#cost
    const { f, g, epsilon } = this
    const most = new Float64Array(columns).fill(Number.NEGATIVE_INFINITY)
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++) most[j] = Math.max(most[j]!, f[i]! - values[i * columns + j]!)
    }
    const sums = new Float64Array(columns)
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++) {
        sums[j] = sums[j]! + Math.exp((f[i]! - values[i * columns + j]! - most[j]!) / epsilon)
      }
    }
    for (let j = 0; j < columns; j++) g[j] = epsilon * (Math.log(this.#b[j]!) - Math.log(sums[j]!)) - most[j]!
    for (let i = 0; i < rows; i++) f[i] = this.#exactRow(i)
  }

  #exactRow(i: number): number {
    const { columns, values } = this.#cost
    const { g, epsilon } = this
    const at = i * columns
    let most = Number.NEGATIVE_INFINITY
    for (let j = 0; j < columns; j++) most = Math.max(most, g[j]! - values[at + j]!)
    let sum = 0
    for (let j = 0; j < columns; j++) sum += Math.exp((g[j]! - values[at + j]! - most) / epsilon)
    return epsilon * (Math.log(this.#a[i]!) - Math.log(sum)) - most
  }

  #fill(): void {
    const { rows, columns, values } = this.#cost
    const kernel = this.#kernel.values
    for (let i = 0; i < rows; i++) {
      const f = this.f[i]!
      const at = i * columns
      for (let j = 0; j < columns; j++) kernel[at + j] = Math.exp((f + this.g[j]! - values[at + j]!) / this.epsilon)
    }
  }
}

function move(scaling: Float64Array, potential: Float64Array, epsilon: number): void {
  for (let i = 0; i < scaling.length; i++) {
    const step = epsilon * Math.log(scaling[i]!)
    if (Number.isFinite(step)) potential[i] = potential[i]! + step
    scaling[i] = 1
  }
}
