// A sweep from its plan to the end of its last run: what is finished is left alone, the rest is handed to an executor.

import { randomBytes } from 'node:crypto'
import { UserError } from '../errors/user-error.ts'
import { takeLock } from '../files/lock-file.ts'
import { executors } from './executors/executors.ts'
import type { SweepSource } from './file/read-file.ts'
import type { ExecutorName } from './file/schema.ts'
import { sweepLayout } from './folder/layout.ts'
import { makeSweepFolder, writePlan } from './folder/plan-file.ts'
import type { SweepPlan } from './plan/planned.ts'
import { SweepProgress } from './progress.ts'
import { countStates, type RunState, readStates, type SweepRun } from './read-sweep.ts'

export interface SweepOptions {
  readonly source: SweepSource
  readonly executor: ExecutorName
  /** Whether runs that failed are tried again. */
  readonly failed: 'retry' | 'leave'
  /** Aborted: stop all runs at their next safe points and throw. */
  readonly signal: AbortSignal
  readonly log: (line: string) => void
}

export interface SweepOutcome {
  readonly runs: readonly SweepRun[]
  /** Runs that were finished before. */
  readonly skipped: number
}

/**
 * @param planned from the file and, for successive halving, from what the folders say so far
 * @throws UserError when another process has the sweep, or when it was stopped
 */
export async function runSweep(planned: () => Promise<SweepPlan>, options: SweepOptions): Promise<SweepOutcome> {
  const { file, text } = options.source
  const lock = lockSweep(file.out)
  try {
    let plan = await planned()
    const skipped = countStates(readStates(file.out, plan.runs)).finished
    for (;;) {
      await writePlan(file.out, plan, text)
      await execute(plan, readStates(file.out, plan.runs), options)
      const runs = readStates(file.out, plan.runs)
      if (options.signal.aborted) throw new StoppedSweepError(countStates(runs).finished, runs.length)
      const next = await planned()
      if (next.runs.length === plan.runs.length) return { runs, skipped }
      options.log(`rung ${(next.runs.at(-1)?.rung ?? 0) + 1}: ${next.runs.length - plan.runs.length} further runs`)
      plan = next
    }
  } finally {
    lock.release()
  }
}

async function execute(plan: SweepPlan, before: readonly SweepRun[], options: SweepOptions): Promise<void> {
  const { source, executor, failed, signal, log } = options
  const { file } = source
  const runs = left(before, failed)
  const progress = new SweepProgress({
    out: file.out,
    runs: before,
    left: runs.length,
    now: () => performance.now(),
    log,
  })
  progress.begin()
  if (runs.length === 0 || signal.aborted) return
  const changed = (run: { id: string; name: string }, state: RunState) => progress.changed(run, state)
  await executors[executor]({ out: file.out, plan, file, runs, signal, changed, log })
}

/** What was begun comes first. */
function left(runs: readonly SweepRun[], failed: SweepOptions['failed']): SweepRun[] {
  const wanted: RunState[] = [
    'interrupted',
    'running',
    'stale',
    'queued',
    ...(failed === 'retry' ? ['failed' as const] : []),
  ]
  return wanted.flatMap((state) => runs.filter((run) => run.state === state))
}

/** One sweep process a folder: two would count the same processors twice. The runs have claims of their own. */
function lockSweep(out: string) {
  makeSweepFolder(out)
  const lock = takeLock(sweepLayout(out).plan, randomBytes(4).toString('hex'), { silence: 60 })
  const heartbeat = setInterval(() => lock.touch(), 2000)
  heartbeat.unref()
  return {
    release() {
      clearInterval(heartbeat)
      lock.release()
    },
  }
}

export class StoppedSweepError extends UserError {
  constructor(finished: number, planned: number) {
    super(
      `stopped with ${finished} of ${planned} runs finished, nothing is lost; to go on, type the same again`,
      'failed',
    )
    this.name = 'StoppedSweepError'
  }
}
