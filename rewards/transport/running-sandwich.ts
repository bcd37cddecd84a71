// C1 T C2 for plans that follow one another: what the last one had, and C1 D C2 of the difference D in singles. While the plan
// still moves far, seven digits are enough; once it moves little, one product in doubles takes the errors away, and what
// singles add from then on is as small as the steps are.

import { STRIP_ROOM } from './kernels/product.ts'
import type { Matrix } from './matrix.ts'
import { Sandwich, type Sides } from './sandwich.ts'
import { type Block, outer, padded, type SingleBlock, type Vector, type Workspace } from './workspace.ts'

export interface Masses {
  readonly p: Float64Array
  readonly q: Float64Array
}

export class RunningSandwich {
  readonly #workspace: Workspace
  readonly #exact: Sandwich
  readonly #first: SingleBlock
  readonly #second: SingleBlock
  readonly #difference: SingleBlock
  readonly #half: SingleBlock
  readonly #product: SingleBlock
  readonly #strip: Vector
  /** The product of the two scales by which costs were divided. */
  readonly #scale: number
  /** Largest mass of a row: no entry of a plan is above it. */
  readonly #largest: number
  readonly #last: Block
  readonly #sum: Block
  /** Whether singles have added to the sum what is more than rounding of doubles. */
  #rough = false

  static room({ first, second }: Sides): number {
    const [n, m] = [padded(first.rows), padded(second.rows)]
    return Sandwich.room({ first, second }) + (n * n + m * m + 3 * n * m) / 2 + 2 * n * m + STRIP_ROOM
  }

  /** The first plan is p q', for which no product is needed. */
  constructor(workspace: Workspace, sides: Sides & Masses) {
    const { p, q } = sides
    const [n, m] = [p.length, q.length]
    this.#workspace = workspace
    this.#exact = new Sandwich(workspace, sides)
    this.#first = workspace.singles(n, n)
    this.#second = workspace.singles(m, m)
    this.#difference = workspace.singles(n, m)
    this.#half = workspace.singles(n, m)
    this.#product = workspace.singles(n, m)
    this.#strip = workspace.vector(STRIP_ROOM)
    this.#scale = holdScaled(sides.first, this.#first) * holdScaled(sides.second, this.#second)
    this.#largest = p.reduce((most, mass) => Math.max(most, mass), 0)
    this.#last = outer(p, q, workspace.block(n, m))
    this.#sum = outer(times(sides.first, p), times(sides.second, q), workspace.block(n, m))
  }

  /** Padded; the next call overwrites it. */
  at(plan: Block): Float64Array {
    const share = this.#differ(plan)
    if (share === 0) return this.#sum.values
    if (share < SHORT && this.#rough) return this.#begin(plan)
    this.#rough ||= share >= SHORT
    return this.#addRoughly()
  }

  /** The same without the errors of singles. */
  exactlyAt(plan: Block): Float64Array {
    const share = this.#differ(plan)
    if (this.#rough || share >= SHORT) return this.#begin(plan)
    return share === 0 ? this.#sum.values : this.#addRoughly()
  }

  /** Of any matrix of a plan's size, apart from those that follow one another. The next call of any kind overwrites it. */
  of(other: Block): Float64Array {
    return this.#exact.of(other)
  }

  #addRoughly(): Float64Array {
    this.#workspace.multiplyRoughly(this.#first, this.#difference, this.#half, this.#strip)
    this.#workspace.multiplyRoughly(this.#half, this.#second, this.#product, this.#strip)
    addScaled(this.#sum.values, this.#product.values, this.#largest * this.#scale)
    return this.#sum.values
  }

  #begin(plan: Block): Float64Array {
    this.#sum.values.set(this.#exact.of(plan))
    this.#rough = false
    return this.#sum.values
  }

  /** Holds the difference to the last plan, and the plan as the last. @returns the difference's share of the plan's norm */
  #differ({ values }: Block): number {
    const [last, difference, inverse] = [this.#last.values, this.#difference.values, 1 / this.#largest]
    let [square, whole] = [0, 0]
    for (let at = 0; at < values.length; at++) {
      const value = values[at]!
      const step = (value - last[at]!) * inverse
      difference[at] = step < NEGLIGIBLE && step > -NEGLIGIBLE ? 0 : step
      last[at] = value
      square += step * step
      whole += value * value
    }
    return whole > 0 ? (this.#largest * Math.sqrt(square)) / Math.sqrt(whole) : 0
  }
}

/** A difference this short, as a share of the plan's norm, adds no more in singles than doubles lose anyway. */
const SHORT = 1e-5
/** Shares of the largest number below this are 0: singles so small, or products of two of them, make processors slow. */
const NEGLIGIBLE = 1e-18

function rounded(value: number): number {
  return Math.abs(value) < NEGLIGIBLE ? 0 : value
}

/** @returns what the numbers were divided by */
function holdScaled({ rows, columns, values }: Matrix, { values: into, width }: SingleBlock): number {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1
  for (let i = 0; i < rows; i++) {
    for (let k = 0; k < columns; k++) into[i * width + k] = rounded(values[i * columns + k]! / largest)
  }
  return largest
}

function addScaled(sum: Float64Array, values: Float32Array, by: number): void {
  for (let at = 0; at < sum.length; at++) sum[at] = sum[at]! + by * values[at]!
}

function times({ rows, columns, values }: Matrix, mass: Float64Array): Float64Array {
  return Float64Array.from({ length: rows }, (_, i) => {
    let sum = 0
    for (let k = 0; k < columns; k++) sum += values[i * columns + k]! * mass[k]!
    return sum
  })
}
