// Reads the state of a sweep from its folders, without writing to them: for the page, for reports and for going on.

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Holding, lookAtClaim } from './folder/claim.ts'
import { type SweepLayout, sweepLayout } from './folder/layout.ts'
import { type FailedRun, type FinishedRun, readFailed, readFinished } from './folder/outcome.ts'
import { readPlan } from './folder/plan-file.ts'
import type { PlannedRun, SweepPlan } from './plan/planned.ts'

/**
 * - `queued`: not begun
 * - `running`: somebody works on it
 * - `stale`: somebody had it and has not shown a sign of life for a while
 * - `interrupted`: begun, and nobody works on it; it will go on
 * - `finished`, `failed`
 */
export type RunState = 'queued' | 'running' | 'finished' | 'failed' | 'interrupted' | 'stale'

export interface SweepRun extends PlannedRun {
  /** Path of its run folder; there from its first moment on. */
  readonly folder: string
  readonly state: RunState
}

export interface SweepState {
  readonly path: string
  readonly plan: SweepPlan
  /** In the order of the plan. */
  readonly runs: readonly SweepRun[]
}

/** @param now milliseconds since 1970 @throws UserError where there is no sweep */
export function readSweep(path: string, now: number = Date.now()): SweepState {
  const plan = readPlan(path)
  return { path, plan, runs: readStates(path, plan.runs, now) }
}

/** A few directory listings, however many runs there are. */
export function readStates(path: string, runs: readonly PlannedRun[], now: number = Date.now()): SweepRun[] {
  const stateOf = statesNow(path, now)
  return runs.map((run) => ({ ...run, folder: join(path, run.name), state: stateOf(run) }))
}

/** The states as they are at this moment, for any run that is asked for. */
export function statesNow(path: string, now: number = Date.now()): (run: PlannedRun) => RunState {
  const look = scan(sweepLayout(path), now)
  return (run) => stateOf(run, look)
}

/** What a finished run answered: see `FinishedRun.summary`. Undefined for others. */
export function readResult(path: string, { id }: Pick<SweepRun, 'id'>): FinishedRun | undefined {
  return readFinished(sweepLayout(path).finished, id)
}

/** Why a failed run failed. Undefined for others. */
export function readFailure(path: string, { id }: Pick<SweepRun, 'id'>): FailedRun | undefined {
  return readFailed(sweepLayout(path).failed, id)
}

/** How many runs are in each state. */
export function countStates(runs: readonly Pick<SweepRun, 'state'>[]): Record<RunState, number> {
  const counts = { queued: 0, running: 0, finished: 0, failed: 0, interrupted: 0, stale: 0 }
  for (const { state } of runs) counts[state]++
  return counts
}

interface Look {
  readonly folders: ReadonlySet<string>
  readonly finished: ReadonlySet<string>
  readonly failed: ReadonlySet<string>
  /** Who holds a run, for those that are locked. */
  readonly held: ReadonlyMap<string, Holding>
}

function scan({ path, running, finished, failed }: SweepLayout, now: number): Look {
  const held = names(running, '.lock').map((id) => [id, lookAtClaim(running, id, now)] as const)
  return {
    // Claims before outcomes: a run that ends in between is then seen as running or as over, never as interrupted.
    held: new Map(held),
    finished: new Set(names(finished, '.json')),
    failed: new Set(names(failed, '.json')),
    folders: new Set(names(path, '')),
  }
}

function stateOf({ id, name }: PlannedRun, { folders, finished, failed, held }: Look): RunState {
  // A run whose folder was taken away is to be made again.
  if (finished.has(id) && folders.has(name)) return 'finished'
  const holding = held.get(id)
  if (holding === 'alive') return 'running'
  if (holding === 'silent') return 'stale'
  if (failed.has(id)) return 'failed'
  return folders.has(name) ? 'interrupted' : 'queued'
}

function names(folder: string, ending: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(ending))
      .map((name) => name.slice(0, name.length - ending.length))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
