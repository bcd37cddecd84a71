// Runs one after another in this process: those that are named, or all that nobody works on.

import { unknownName } from '../../../sim/names.ts'
import { UserError } from '../../errors/user-error.ts'
import type { PlannedRun, SweepPlan } from '../plan/planned.ts'
import { readStates } from '../read-sweep.ts'
import { type Ending, workRun } from './work-run.ts'

export interface WorkAllOptions {
  readonly out: string
  readonly plan: SweepPlan
  /** None: all that are queued or interrupted. */
  readonly ids: readonly string[]
  readonly signal: AbortSignal
  log(line: string): void
}

/** Those of which this process did something, and how they ended. */
export async function workAll(options: WorkAllOptions): Promise<{ id: string; name: string; ending: Ending }[]> {
  const { out, plan, signal, log } = options
  const done = []
  for (const run of chosenRuns(options)) {
    if (signal.aborted) break
    const ending = await workRun({ out, plan, run, signal })
    if (ending === 'taken') continue
    log(`${ending} ${run.name}`)
    done.push({ id: run.id, name: run.name, ending })
  }
  return done
}

function chosenRuns({ out, plan, ids }: WorkAllOptions): PlannedRun[] {
  if (ids.length > 0) return ids.map((id) => named(plan, id))
  return readStates(out, plan.runs).filter(({ state }) => state === 'queued' || state === 'interrupted')
}

function named({ runs }: SweepPlan, id: string): PlannedRun {
  const run = runs.find((each) => each.id === id)
  if (run) return run
  throw new UserError(
    unknownName(
      'run',
      id,
      runs.slice(0, 50).map((each) => each.id),
    ),
  )
}
