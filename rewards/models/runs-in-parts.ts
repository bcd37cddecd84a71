// Any number of items through programs of fixed sizes: as few runs as it takes, the rest padded, one after the other.

import { Compilations } from '../../agents/tensor/compilations.ts'
import type { Compiled, Shape } from '../../agents/tensor/program.ts'

type RowsProgram = Compiled<{ readonly rows: Shape }>
type Arrays = Readonly<Record<string, Float32Array>>

export interface PartsOptions {
  /** Numbers of an item's input. */
  readonly itemSize: number
  readonly members: number
  /** Items that one run takes, the fewest first: acting needs few, relabelling many. */
  readonly sizes: readonly number[]
  /** A program of that size; each of its outputs is [members, size, any] */
  compile(size: number): Promise<RowsProgram>
}

export class RunsInParts {
  readonly #options: PartsOptions
  readonly #programs = new Compilations<number, RowsProgram>()
  /** Runs share their input buffers. */
  #last: Promise<unknown> = Promise.resolve()

  constructor(options: PartsOptions) {
    this.#options = options
  }

  /**
   * @param items [count, itemSize]
   * @returns outputs by name, each [members, count, any]
   */
  run(items: Float32Array, count: number): Promise<Arrays> {
    const result = this.#last.then(() => this.#inParts(items, count))
    this.#last = result.catch(() => {})
    return result
  }

  dispose(): Promise<void> {
    return this.#programs.dispose()
  }

  async #inParts(items: Float32Array, count: number): Promise<Arrays> {
    const { itemSize, sizes, members } = this.#options
    const found: Record<string, Float32Array> = {}
    for (let start = 0; start < count; ) {
      const size = sizes.findLast((each) => each <= count - start) ?? sizes[0]!
      const used = Math.min(size, count - start)
      const program = await this.#programs.get(size, () => this.#options.compile(size))
      program.inputs.rows.set(items.subarray(start * itemSize, (start + used) * itemSize))
      for (const [name, values] of Object.entries(await program.run())) {
        const perItem = values.length / (members * size)
        found[name] ??= new Float32Array(members * count * perItem)
        for (let member = 0; member < members; member++) {
          const from = values.subarray(member * size * perItem, (member * size + used) * perItem)
          found[name].set(from, (member * count + start) * perItem)
        }
      }
      start += used
    }
    return found
  }
}
