// What came of the episodes of a dataset.

import type { Recording } from '../../sim/recording.ts'
import { mean, median } from '../statistics/quantile.ts'

/** One entry of the document of `rapref record --json`. */
export interface DatasetSummary {
  readonly task: string
  /** Of a mix. */
  readonly part?: string
  readonly episodes: number
  /** Share of episodes with success at some step, and at the last one. */
  readonly successAny: number
  readonly successLast: number
  /** Control steps until the first success, over all episodes; null where fewer than half succeeded. */
  readonly firstSuccessMedian: number | null
  /** Mean sum of rewards over an episode's control steps. */
  readonly return: number
  /** Control steps simulated a second, recording included. */
  readonly stepsPerSecond: number
}

export interface EpisodeResult {
  readonly steps: number
  readonly return: number
  readonly successLast: boolean
  /** Infinity where it never succeeded. */
  readonly firstSuccess: number
}

type Played = Pick<Recording, 'rewards' | 'success' | 'options'>

export function episodeResult({ rewards, success, options: { actionRepeat } }: Played): EpisodeResult {
  const first = success.indexOf(1)
  return {
    steps: rewards.length * actionRepeat,
    return: rewards.reduce((sum, reward) => sum + reward, 0) * actionRepeat,
    successLast: success.at(-1) === 1,
    firstSuccess: first < 0 ? Number.POSITIVE_INFINITY : (first + 1) * actionRepeat,
  }
}

export function summarise(task: string, episodes: readonly EpisodeResult[], seconds: number): DatasetSummary {
  const first = median(episodes.map((episode) => episode.firstSuccess))
  const share = (of: (episode: EpisodeResult) => boolean) => episodes.filter(of).length / episodes.length
  return {
    task,
    episodes: episodes.length,
    successAny: share((episode) => Number.isFinite(episode.firstSuccess)),
    successLast: share((episode) => episode.successLast),
    firstSuccessMedian: Number.isFinite(first) ? first : null,
    return: mean(episodes.map((episode) => episode.return)),
    stepsPerSecond: episodes.reduce((sum, { steps }) => sum + steps, 0) / seconds,
  }
}
