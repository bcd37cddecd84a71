// Who does the runs of a sweep. Every executor is given runs and sees to it that each is over when it returns; what became
// of them is read from the folders.

import type { SweepFile } from '../file/schema.ts'
import type { PlannedRun, SweepPlan } from '../plan/planned.ts'
import type { RunState } from '../read-sweep.ts'

export interface ExecutorTask {
  readonly out: string
  readonly plan: SweepPlan
  readonly file: Pick<SweepFile, 'local' | 'slurm' | 'onFailure'>
  /** Of the plan: queued, interrupted, or to be tried again. */
  readonly runs: readonly PlannedRun[]
  /** Aborted: begin nothing more, stop what runs at its next safe point. */
  readonly signal: AbortSignal
  /** Is told when a run's state has changed. */
  readonly changed: (run: PlannedRun, state: RunState) => void
  readonly log: (line: string) => void
}

export type Executor = (task: ExecutorTask) => Promise<void>
