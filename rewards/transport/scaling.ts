// Sinkhorn's scalings, stabilised (Schmitzer 2019):  P = diag(u) K diag(v),  K = exp((f + g - C) / epsilon).
//
// u and v change a kernel that already holds the potentials f and g, and are taken up into them before they overflow: a sweep costs
// multiplications, not exponentials, and no epsilon is too small for the numbers.

import type { Marginals } from './marginals.ts'
import type { Block, Vector, Workspace } from './workspace.ts'

/** In the unit of the costs; they make a later solve of a similar cost start near its end. */
export interface Potentials {
  readonly f: Float64Array
  readonly g: Float64Array
}

/** Scalings beyond these are taken up into the potentials. */
const LARGEST = 1e50
const SMALLEST = 1e-50
/** Potential of a row or column that only pads: its kernel is 0. */
const NOTHING = -1e200

export class Scaling {
  readonly cost: Block
  readonly #workspace: Workspace
  readonly #kernel: Block
  readonly #a: Vector
  readonly #b: Vector
  readonly #f: Vector
  readonly #g: Vector
  readonly #u: Vector
  readonly #v: Vector
  readonly #sums: Vector
  #epsilon = 1

  /** What `room` is to count beside the cost. */
  static readonly needs = { blocks: 1, vectors: 7 }

  constructor(workspace: Workspace, cost: Block, { a, b }: Marginals) {
    const { rows, columns } = cost
    this.#workspace = workspace
    this.cost = cost
    this.#kernel = workspace.block(rows, columns)
    this.#a = workspace.vector(rows)
    this.#b = workspace.vector(columns)
    this.#f = workspace.vector(rows)
    this.#g = workspace.vector(columns)
    this.#u = workspace.vector(rows)
    this.#v = workspace.vector(columns)
    this.#sums = workspace.vector(columns)
    this.#a.values.set(a)
    this.#b.values.set(b)
    this.#f.values.fill(NOTHING, rows)
    this.#g.values.fill(NOTHING, columns)
  }

  get potentials(): Potentials {
    return {
      f: this.#f.values.slice(0, this.cost.rows),
      g: this.#g.values.slice(0, this.cost.columns),
    }
  }

  /** Starts anew with another epsilon, or another cost, from the potentials that there are or are given. */
  begin(epsilon: number, from?: Potentials): void {
    this.#takeUp()
    this.#epsilon = epsilon
    if (from) this.#g.values.set(from.g)
    this.#lowerRows()
    this.#fill()
  }

  /** Sweeps until the marginal error is within the tolerance, or so many times. */
  solve(tolerance: number, most: number): { readonly sweeps: number; readonly error: number } {
    let [sweeps, error] = [0, Number.POSITIVE_INFINITY]
    while (sweeps < most && error > tolerance) {
      error = this.sweep()
      sweeps++
    }
    return { sweeps, error }
  }

  /** One pass over rows and one over columns. @returns the marginal error between them, of columns; infinite where it had to recover */
  sweep(): number {
    const { kernels } = this.#workspace
    const { height, width } = this.#kernel
    const addresses = [this.#a, this.#u, this.#v, this.#sums].map(({ address }) => address)
    const [a, u, v, sums] = addresses as [number, number, number, number]
    kernels.sweep(this.#kernel.address, a, u, v, sums, height, width)
    const error = this.#sweepColumns()
    if (withinBounds(this.#u.values, this.cost.rows) && withinBounds(this.#v.values, this.cost.columns)) return error
    this.#recover()
    return Number.POSITIVE_INFINITY
  }

  /** Makes the kernel the plan. @returns the plan, which the next begin overwrites */
  plan(): Block {
    const { rows, columns, width, values } = this.#kernel
    const [u, v] = [this.#u.values, this.#v.values]
    for (let i = 0; i < rows; i++) {
      const [at, scaling] = [i * width, u[i]!]
      for (let j = 0; j < columns; j++) values[at + j] = values[at + j]! * scaling * v[j]!
    }
    this.#takeUp()
    return this.#kernel
  }

  /** v = b / (K' u). @returns how far the columns were off */
  #sweepColumns(): number {
    const [sums, v, b] = [this.#sums.values, this.#v.values, this.#b.values]
    let error = 0
    for (let j = 0; j < this.cost.columns; j++) {
      const sum = sums[j]!
      error += Math.abs(v[j]! * sum - b[j]!)
      v[j] = b[j]! / sum
    }
    return error
  }

  /** Where a row or column has lost all its mass, potentials of an epsilon of 0 give it some. */
  #recover(): void {
    this.#takeUp()
    this.#lowerRows()
    this.#lowerColumns()
    this.#fill()
  }

  /** Moves the scalings into the potentials, but for those that are not finite. */
  #takeUp(): void {
    move(this.#u.values, this.#f.values, this.#epsilon, this.cost.rows)
    move(this.#v.values, this.#g.values, this.#epsilon, this.cost.columns)
    this.#u.values.fill(1, 0, this.cost.rows)
    this.#v.values.fill(1, 0, this.cost.columns)
  }

  /** The largest f with which no entry of the kernel is above 1: f[i] = min over j of C[i, j] - g[j]. */
  #lowerRows(): void {
    const { rows, columns, width, values } = this.cost
    const [f, g] = [this.#f.values, this.#g.values]
    for (let i = 0; i < rows; i++) {
      let least = Number.POSITIVE_INFINITY
      const at = i * width
      for (let j = 0; j < columns; j++) least = Math.min(least, values[at + j]! - g[j]!)
      f[i] = least
    }
  }

  /** g likewise. */
  #lowerColumns(): void {
    const { rows, columns, width, values } = this.cost
    const [f, g] = [this.#f.values, this.#g.values]
    g.fill(Number.POSITIVE_INFINITY, 0, columns)
    for (let i = 0; i < rows; i++) {
      const at = i * width
      for (let j = 0; j < columns; j++) g[j] = Math.min(g[j]!, values[at + j]! - f[i]!)
    }
  }

  #fill(): void {
    const { height, width } = this.cost
    const inverse = 1 / this.#epsilon
    const { kernels } = this.#workspace
    const { address: kernel } = this.#kernel
    kernels.gibbs(this.cost.address, kernel, this.#f.address, this.#g.address, height, width, inverse)
  }
}

function withinBounds(scaling: Float64Array, count: number): boolean {
  for (let i = 0; i < count; i++) if (!(scaling[i]! < LARGEST && scaling[i]! > SMALLEST)) return false
  return true
}

function move(scaling: Float64Array, potential: Float64Array, epsilon: number, count: number): void {
  for (let i = 0; i < count; i++) {
    const step = epsilon * Math.log(scaling[i]!)
    if (Number.isFinite(step)) potential[i] = potential[i]! + step
  }
}
