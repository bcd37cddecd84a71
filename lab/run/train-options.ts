// What a training run is handed.

import type { RewardEnsemble } from '../../rewards/models/ensemble.ts'
import type { Desk } from '../../rewards/preference/desk.ts'
import type { LiveEvent } from '../../viewer/server/live-runs.ts'
import type { Reporter } from '../reporter/reporter.ts'
import type { RunFolder } from './run-folder.ts'

/** What a page needs at which a person answers a run's questions. */
export interface Asked {
  readonly run: RunFolder
  readonly desk: Desk
  /** The reward model as it is by then. */
  readonly reward: RewardEnsemble
}

export interface TrainOptions {
  /** New, or opened again by `resumeRun`: then training goes on from its newest checkpoint. */
  readonly run: RunFolder
  readonly reporter: Reporter
  /** Where the page is told what happens; absent with `--no-view`. */
  readonly viewer?: { publish(run: string, event: LiveEvent): void }
  /** Opens the desk to whoever answers, where `teacher=person`. @returns what ends that, before the reward model goes */
  readonly label?: (asked: Asked) => Promise<() => Promise<void>>
  /** Aborted: write a checkpoint and throw `InterruptedError`. */
  readonly signal: AbortSignal
}
