// The teacher's side of the stored episodes: true rewards and terms. Nothing on the learning side imports this file.

import type { Evidence } from '../contract.ts'
import type { SegmentRef } from '../preference/preference.ts'
import { BoundedEpisodes, checkWindow } from '../segments/bounded-episodes.ts'
import type { TeacherContext } from './answer.ts'

/** What a scripted teacher looks things up in. */
export interface EvidenceSource {
  segment(ref: SegmentRef): Evidence
  context(): TeacherContext
}

interface StoredEvidence extends Evidence {
  readonly id: string
  readonly steps: number
}

export class EvidenceStore implements EvidenceSource {
  readonly #episodes: BoundedEpisodes<StoredEvidence>
  readonly #contextEpisodes: number

  constructor(options: {
    /** Most steps that are kept; give it the episode store's, and both drop the same episodes. */
    readonly capacity: number
    /** Newest episodes whose mean return scales the skip and equal thresholds. @default 10, as B-Pref */
    readonly contextEpisodes?: number
  }) {
    this.#episodes = new BoundedEpisodes(options.capacity)
    this.#contextEpisodes = options.contextEpisodes ?? 10
  }

  /** @param id the episode's id in the episode store; keeps the arrays, which must not change any more */
  add(id: string, evidence: Evidence): void {
    const steps = evidence.rewards.length
    for (const [name, values] of Object.entries({ ...evidence.terms, ...evidence.traces })) {
      if (values.length === steps) continue
      throw new RangeError(`episode '${id}': term '${name}' has ${values.length} steps, the rewards have ${steps}`)
    }
    this.#episodes.add({ ...evidence, id, steps })
  }

  segment(ref: SegmentRef): Evidence {
    const { rewards, terms, traces, steps } = this.#episodes.get(ref.episode)
    checkWindow(ref, steps)
    const cut = (values: Float32Array) => values.subarray(ref.start, ref.start + ref.length)
    const cutAll = (series: Evidence['terms']) =>
      Object.fromEntries(Object.entries(series).map(([name, values]) => [name, cut(values)]))
    return { rewards: cut(rewards), terms: cutAll(terms), ...(traces ? { traces: cutAll(traces) } : {}) }
  }

  context(): TeacherContext {
    const newest = this.#episodes.all().slice(-this.#contextEpisodes)
    if (newest.length === 0) throw new RangeError('no episode in store, so no mean return to scale thresholds by')
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
    return {
      meanEpisodeReturn: mean(newest.map(({ rewards }) => rewards.reduce((sum, reward) => sum + reward, 0))),
      episodeLength: mean(newest.map(({ steps }) => steps)),
    }
  }
}
