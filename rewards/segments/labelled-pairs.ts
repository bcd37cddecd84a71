// Answered pairs, ready for fitting: the inputs of both segments and the label, copied out of the episodes they came from.

import type { SegmentPair } from './segment.ts'

export interface LabelledPair {
  /** The answer's id in the preference log. */
  readonly id: string
  /** First segment, then second: [2, length, inputSize]. */
  readonly rows: Float32Array
  /** 1 first preferred, 0 second, 0.5 equal. */
  readonly label: number
  /** Never trained on: it measures the model. Decided once, so that no pair is measured after it was trained on. */
  readonly heldOut: boolean
}

export class LabelledPairs {
  readonly inputSize: number
  /** Steps of every segment. */
  readonly length: number
  readonly #heldOutShare: number
  readonly #pairs = new Map<string, LabelledPair>()
  #added = 0

  constructor(options: {
    readonly inputSize: number
    readonly length: number
    /** Share of the pairs that is held out: 0.1 takes every tenth. */
    readonly heldOutShare: number
  }) {
    this.inputSize = options.inputSize
    this.length = options.length
    this.#heldOutShare = options.heldOutShare
  }

  add(id: string, pair: SegmentPair, label: number): void {
    if (!(label >= 0 && label <= 1)) throw new RangeError(`found the label ${label}, expected a number from 0 to 1`)
    const half = this.length * this.inputSize
    const rows = new Float32Array(2 * half)
    for (const [position, segment] of [pair.first, pair.second].entries()) {
      if (segment.rows.length !== half) throw this.#wrongSize(segment.ref.episode, segment.rows.length)
      rows.set(segment.rows, position * half)
    }
    this.#added++
    const heldOutBefore = Math.floor((this.#added - 1) * this.#heldOutShare)
    this.#set({ id, rows, label, heldOut: Math.floor(this.#added * this.#heldOutShare) > heldOutBefore })
  }

  /** Takes back a pair whose answer was undone. @returns false when there is none of that id */
  remove(id: string): boolean {
    return this.#pairs.delete(id)
  }

  /** In the order in which they were added; what `restore` takes. */
  all(): readonly LabelledPair[] {
    return [...this.#pairs.values()]
  }

  training(): readonly LabelledPair[] {
    return this.all().filter(({ heldOut }) => !heldOut)
  }

  heldOut(): readonly LabelledPair[] {
    return this.all().filter(({ heldOut }) => heldOut)
  }

  /** Puts back the pairs of an earlier run. */
  restore(pairs: readonly LabelledPair[]): void {
    for (const pair of pairs) {
      if (pair.rows.length !== 2 * this.length * this.inputSize) throw this.#wrongSize(pair.id, pair.rows.length / 2)
      this.#added++
      this.#set(pair)
    }
  }

  #set(pair: LabelledPair): void {
    if (this.#pairs.has(pair.id)) throw new RangeError(`the pair '${pair.id}' was added already`)
    this.#pairs.set(pair.id, pair)
  }

  #wrongSize(name: string, found: number): RangeError {
    return new RangeError(
      `a segment of '${name}' has ${found} numbers, expected ${this.length} steps of ${this.inputSize}`,
    )
  }
}
