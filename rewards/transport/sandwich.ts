// C1 T C2, the products that Gromov-Wasserstein spends its time on.

import { STRIP_ROOM } from './kernels/product.ts'
import type { Matrix } from './matrix.ts'
import { type Block, padded, type Vector, type Workspace } from './workspace.ts'

/** Costs inside each side. */
export interface Sides {
  readonly first: Matrix
  readonly second: Matrix
}

export class Sandwich {
  readonly #workspace: Workspace
  readonly #first: Block
  readonly #second: Block
  readonly #half: Block
  readonly #product: Block
  readonly #strip: Vector

  static room({ first, second }: Sides): number {
    const [n, m] = [padded(first.rows), padded(second.rows)]
    return n * n + m * m + 2 * n * m + STRIP_ROOM
  }

  constructor(workspace: Workspace, { first, second }: Sides) {
    this.#workspace = workspace
    this.#first = workspace.holding(first)
    this.#second = workspace.holding(second)
    this.#half = workspace.block(first.rows, second.rows)
    this.#product = workspace.block(first.rows, second.rows)
    this.#strip = workspace.vector(STRIP_ROOM)
  }

  /** Padded; the next call overwrites it. */
  of(plan: Block): Float64Array {
    this.#workspace.multiply(this.#first, plan, this.#half, this.#strip)
    return this.#workspace.multiply(this.#half, this.#second, this.#product, this.#strip).values
  }
}
