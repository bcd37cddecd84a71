// What a state of a Slurm job means for the run that it does. Whether a job that is over has finished its run is read from
// the run's folder; a job can end well and its run not, and the other way round.

import type { RunState } from '../../read-sweep.ts'

/** The job waits, works, or is over. */
export type JobPhase = 'waiting' | 'working' | 'over'

/** Slurm's names, as `squeue --format=%T` writes them. Preempted jobs with --requeue come back as PENDING. */
const waiting = ['PENDING', 'CONFIGURING', 'REQUEUED', 'REQUEUE_FED', 'REQUEUE_HOLD', 'SPECIAL_EXIT', 'RESV_DEL_HOLD']
const working = ['RUNNING', 'COMPLETING', 'SUSPENDED', 'STOPPED', 'SIGNALING', 'STAGE_OUT', 'RESIZING']

/** A state that is not listed, and a job that is not, is over. */
export function phaseOf(state: string | undefined): JobPhase {
  if (state === undefined) return 'over'
  if (waiting.includes(state)) return 'waiting'
  return working.includes(state) ? 'working' : 'over'
}

/** The state of a run whose folder does not say that it is finished or failed. */
export const runStates: Readonly<Record<JobPhase, RunState>> = {
  waiting: 'queued',
  working: 'running',
  over: 'interrupted',
}
