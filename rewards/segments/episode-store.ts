// Episodes for preference learning, as the learning side may see them: inputs of the reward model and nothing else.
// The teacher's side of the same episodes is teachers/evidence-store.ts.

import type { SegmentRef } from '../preference/preference.ts'
import { BoundedEpisodes, checkWindow } from './bounded-episodes.ts'
import { type RowStatistics, rowStatistics } from './row-statistics.ts'
import type { Segment } from './segment.ts'

export interface Episode {
  /** Unique within the run; the teacher's side uses the same. */
  readonly id: string
  /** What produced it, such as `policy`, `explore` or `expert`; drawing can ask for it. */
  readonly gatheredBy: string
  /** [steps, inputSize] */
  readonly rows: Float32Array
}

export interface StoredEpisode extends Episode {
  readonly steps: number
}

export class EpisodeStore {
  readonly inputSize: number
  readonly #episodes: BoundedEpisodes<StoredEpisode>

  constructor(options: {
    readonly inputSize: number
    /** Most steps that are kept; the oldest episodes are dropped first. */
    readonly capacity: number
  }) {
    this.inputSize = options.inputSize
    this.#episodes = new BoundedEpisodes(options.capacity)
  }

  /** Steps in store. */
  get steps(): number {
    return this.#episodes.steps
  }

  /** Oldest first. */
  episodes(): readonly StoredEpisode[] {
    return this.#episodes.all()
  }

  /** Copies the rows. */
  add({ id, gatheredBy, rows }: Episode): void {
    const steps = rows.length / this.inputSize
    if (!Number.isInteger(steps) || steps === 0) {
      throw new RangeError(`episode '${id}' has ${rows.length} numbers, expected some rows of ${this.inputSize}`)
    }
    const broken = rows.findIndex((value) => !Number.isFinite(value))
    if (broken >= 0) {
      const [step, column] = [Math.floor(broken / this.inputSize), broken % this.inputSize]
      throw new RangeError(`episode '${id}' has ${rows[broken]} in column ${column} of step ${step}`)
    }
    this.#episodes.add({ id, gatheredBy, rows: rows.slice(), steps })
  }

  /** Whether it is still in store. */
  has(episode: string): boolean {
    return this.#episodes.has(episode)
  }

  /** A copy of a window. @throws RangeError when the episode is gone or the window leaves it */
  segment(ref: SegmentRef): Segment {
    const { rows, steps } = this.#episodes.get(ref.episode)
    checkWindow(ref, steps)
    return { ref, rows: rows.slice(ref.start * this.inputSize, (ref.start + ref.length) * this.inputSize) }
  }

  /** Of every column, over all steps in store. */
  statistics(): RowStatistics {
    return rowStatistics(
      this.episodes().map(({ rows }) => rows),
      this.inputSize,
    )
  }
}
