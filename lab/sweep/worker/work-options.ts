// What a worker is told of one run.

import type { PlannedRun, SweepPlan } from '../plan/planned.ts'

export interface WorkOptions {
  readonly out: string
  readonly plan: SweepPlan
  readonly run: PlannedRun
  /** Aborted: write a checkpoint and stop. */
  readonly signal: AbortSignal
}
