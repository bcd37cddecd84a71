// What a training run is handed.

import type { LiveEvent } from '../../viewer/server/live-runs.ts'
import type { Reporter } from '../reporter/reporter.ts'
import type { RunFolder } from './run-folder.ts'

export interface TrainOptions {
  /** New, or opened again by `resumeRun`: then training goes on from its newest checkpoint. */
  readonly run: RunFolder
  readonly reporter: Reporter
  /** Where the page is told what happens; absent with `--no-view`. */
  readonly viewer?: { publish(run: string, event: LiveEvent): void }
  /** Aborted: write a checkpoint and throw `InterruptedError`. */
  readonly signal: AbortSignal
}
