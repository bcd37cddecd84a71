// What is asked of whoever records a dataset.

import type { EnvOptions } from '../../envs/contract.ts'
import type { Reporter } from '../reporter/reporter.ts'
import type { EpisodeWidth } from './check-episode.ts'
import type { MixPart } from './mix.ts'

export interface DatasetRequest {
  readonly task: string
  readonly options: Partial<EnvOptions>
  /** As typed, for the manifest. */
  readonly mix: string
  readonly parts: readonly MixPart[]
  /** Of the first episode; the others follow, so that no two begin alike. */
  readonly seed: number
  /** Created; must not exist. */
  readonly folder: string
  /** A recording with poses of each episode, in `recordings/`. */
  readonly clips: boolean
  /** Part files with observations, and dataset.json. */
  readonly numbers: boolean
  /** By default as many as are worth it. */
  readonly threads?: number
  readonly reporter: Reporter
  readonly signal: AbortSignal
}

/** What all episodes share. */
export interface DatasetSetting {
  readonly options: EnvOptions
  readonly width: EpisodeWidth
}
