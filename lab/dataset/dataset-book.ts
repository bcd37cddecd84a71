// Takes the episodes of a dataset as they are played, in any order, and writes each part as soon as it is whole.

import { join } from 'node:path'
import { engineBuild } from '../../sim/engine.ts'
import { packageVersion } from '../../viewer/server/package-version.ts'
import { writeAtomic } from '../files/write-atomic.ts'
import type { DatasetRequest, DatasetSetting } from './dataset-request.ts'
import { type DatasetPart, writeManifest } from './manifest.ts'
import { type MixPart, policyOf } from './mix.ts'
import type { OfflineEpisode } from './offline-dataset.ts'
import { type DatasetSummary, type EpisodeResult, episodeResult, summarise } from './outcome.ts'
import type { PlayedEpisode } from './players/player.ts'
import type { PlayJob } from './players/protocol.ts'
import { writePart } from './write-dataset.ts'

/** Seconds from one progress report to the next. */
const reportEvery = 0.1

export class DatasetBook {
  readonly #request: DatasetRequest
  readonly #setting: DatasetSetting
  readonly #parts: readonly PartInHand[]
  readonly #began = performance.now()
  #reported = Number.NEGATIVE_INFINITY

  /** @param jobs what is going to be played, part by part */
  constructor(request: DatasetRequest, setting: DatasetSetting, jobs: readonly PlayJob[]) {
    this.#request = request
    this.#setting = setting
    this.#parts = partsInHand(request.parts, jobs)
  }

  async take(job: number, { episode, clip }: PlayedEpisode): Promise<void> {
    const { folder, numbers } = this.#request
    const part = this.#parts.find(({ first, part: { episodes } }) => job >= first && job < first + episodes)!
    if (clip) await writeAtomic(join(folder, 'recordings', `${episode.seed}.rec`), clip)
    part.results.push(episodeResult({ ...episode, options: this.#setting.options }))
    part.until = this.#seconds()
    if (numbers) {
      part.episodes[job - part.first] = episode
      if (part.results.length === part.part.episodes) await this.#write(part)
    }
    this.#tell(part)
  }

  /** What is safe, in words, for who stopped it. */
  kept(): string {
    if (this.#request.clips) return `${this.#results().length} whole recordings are`
    const whole = this.#parts.filter(({ written }) => written !== undefined).length
    return `${whole} of ${this.#parts.length} parts are whole and kept`
  }

  summaries(): DatasetSummary[] {
    const { task } = this.#request
    return this.#parts.map(({ part, results, until }, index) => {
      const summary = summarise(task, results, until - (this.#parts[index - 1]?.until ?? 0))
      return this.#parts.length === 1 ? summary : { ...summary, part: part.name }
    })
  }

  async #write(inHand: PartInHand): Promise<void> {
    const { folder, task, mix } = this.#request
    const { options, width } = this.#setting
    const { index, part, episodes } = inHand
    const about = { name: part.name, policy: policyOf(part), noise: part.noise }
    inHand.written = await writePart({ folder, index, about, width, options, episodes })
    inHand.episodes = []
    const parts = this.#parts.flatMap(({ written }) => written ?? [])
    const made = { rapref: packageVersion(), engine: engineBuild(), source: mix }
    await writeManifest(folder, { ...made, task, options, ...width, termNames: [...width.termNames], parts })
  }

  #results(): EpisodeResult[] {
    return this.#parts.flatMap(({ results }) => results)
  }

  #seconds(): number {
    return (performance.now() - this.#began) / 1000
  }

  #tell({ part }: PartInHand): void {
    const results = this.#results()
    const all = this.#parts.reduce((sum, each) => sum + each.part.episodes, 0)
    const seconds = this.#seconds()
    if (seconds - this.#reported < reportEvery && results.length < all) return
    this.#reported = seconds
    const { reporter, task } = this.#request
    const { successAny, stepsPerSecond } = summarise(task, results, seconds)
    const steps = results.reduce((sum, result) => sum + result.steps, 0)
    const share = all / results.length
    reporter.report({
      kind: 'progress',
      phase: this.#parts.length === 1 ? task : `${task}, ${part.name}`,
      steps,
      stepBudget: Math.round(steps * share),
      stepsPerSecond,
      labels: 0,
      labelBudget: 0,
      rewardAccuracy: null,
      success: successAny,
      secondsLeft: seconds * (share - 1),
    })
  }
}

interface PartInHand {
  readonly index: number
  readonly part: MixPart
  /** Its first job. */
  readonly first: number
  /** As they came. */
  readonly results: EpisodeResult[]
  /** In the order of their seeds; empty again once they are written. */
  episodes: OfflineEpisode[]
  written: DatasetPart | undefined
  /** When its last episode came, in seconds from the beginning. */
  until: number
}

function partsInHand(parts: readonly MixPart[], jobs: readonly PlayJob[]): PartInHand[] {
  return parts.map((part, index) => {
    const first = jobs.findIndex(({ assignment }) => assignment.part === part)
    return { index, part, first, results: [], episodes: [], written: undefined, until: 0 }
  })
}
