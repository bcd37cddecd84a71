// Matrices in the memory of the kernels, padded with zeros to sizes that they can walk in eights. A workspace is lent for the length of
// one solve and used again by the next one that it is large enough for.

import { type Kernels, kernelsIn } from './kernels/kernels.ts'
import type { Matrix } from './matrix.ts'

const EIGHT = 8
const BYTES = 8

export interface Vector {
  readonly address: number
  /** Padded. */
  readonly values: Float64Array
}

/** A matrix whose rows and columns are followed by zeros. */
export interface Block extends Vector {
  readonly rows: number
  readonly columns: number
  /** Rows and columns with padding. */
  readonly height: number
  readonly width: number
}

/** The same in singles. */
export interface SingleBlock extends Omit<Block, 'values'> {
  readonly values: Float32Array
}

export class Workspace {
  readonly capacity: number
  readonly kernels: Kernels
  readonly #buffer: ArrayBuffer
  #used = 0

  /** @param capacity in numbers */
  constructor(capacity: number) {
    const { kernels, memory } = kernelsIn(BYTES * capacity)
    this.capacity = capacity
    this.kernels = kernels
    this.#buffer = memory.buffer
  }

  clear(): void {
    this.#used = 0
  }

  /** Zeros, until the workspace is cleared. */
  vector(length: number): Vector {
    const address = BYTES * this.#used
    const values = new Float64Array(this.#buffer, address, padded(length)).fill(0)
    this.#used += values.length
    return { address, values }
  }

  block(rows: number, columns: number): Block {
    const [height, width] = [padded(rows), padded(columns)]
    return { rows, columns, height, width, ...this.vector(height * width) }
  }

  singles(rows: number, columns: number): SingleBlock {
    const { values: doubles, ...block } = this.block(rows, columns)
    this.#used -= doubles.length / 2
    return { ...block, values: new Float32Array(this.#buffer, block.address, doubles.length) }
  }

  holding(matrix: Matrix): Block {
    return write(matrix, this.block(matrix.rows, matrix.columns))
  }

  /** out = first times second. `strip` has `STRIP_ROOM`. */
  multiply(first: Block, second: Block, out: Block, strip: Vector): Block {
    out.values.fill(0)
    const sizes = [first.height, first.width, second.width] as const
    this.kernels.product(first.address, second.address, out.address, ...sizes, strip.address)
    return out
  }

  /** The same in singles. */
  multiplyRoughly(first: SingleBlock, second: SingleBlock, out: SingleBlock, strip: Vector): SingleBlock {
    out.values.fill(0)
    const sizes = [first.height, first.width, second.width] as const
    this.kernels.roughProduct(first.address, second.address, out.address, ...sizes, strip.address)
    return out
  }
}

/** Overwrites a block by the products of the entries of a column and a row. */
export function outer(column: Float64Array, row: Float64Array, out: Block): Block {
  for (let i = 0; i < out.rows; i++) {
    for (let j = 0; j < out.columns; j++) out.values[i * out.width + j] = column[i]! * row[j]!
  }
  return out
}

export function padded(count: number): number {
  return EIGHT * Math.ceil(count / EIGHT)
}

/** Numbers that a workspace needs for so many blocks and vectors of a side's length. */
export function room(rows: number, columns: number, { blocks, vectors }: { blocks: number; vectors: number }): number {
  return padded(rows) * padded(columns) * blocks + padded(Math.max(rows, columns)) * vectors
}

export function write({ rows, columns, values }: Matrix, block: Block): Block {
  for (let i = 0; i < rows; i++) block.values.set(values.subarray(i * columns, (i + 1) * columns), i * block.width)
  return block
}

export function read({ rows, columns, width, values: from }: Block): Matrix {
  const values = new Float64Array(rows * columns)
  for (let i = 0; i < rows; i++) values.set(from.subarray(i * width, i * width + columns), i * columns)
  return { rows, columns, values }
}

/** Larger ones are left to the garbage collector. */
const KEPT = 2 ** 22
let kept: Workspace | undefined

/** Lends a workspace of at least so many numbers. A solve inside another gets one of its own. */
export function withWorkspace<Result>(capacity: number, work: (workspace: Workspace) => Result): Result {
  const workspace = kept && kept.capacity >= capacity ? kept : new Workspace(capacity)
  kept = undefined
  workspace.clear()
  try {
    return work(workspace)
  } finally {
    if (workspace.capacity <= KEPT) kept = workspace
  }
}
