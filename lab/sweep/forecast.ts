// How long a sweep may take, before anything is spent: by its finished runs where it has some, else by a timing probe.

import { configKeys } from '../config/keys.ts'
import { durationWords } from '../reporter/words.ts'
import { quantile } from '../statistics/quantile.ts'
import { estimate } from '../training/estimate.ts'
import { roomHere, slotsFor } from './executors/local/memory.ts'
import type { SweepFile } from './file/schema.ts'
import { plannedConfig } from './plan/plan.ts'
import type { PlannedRun, SweepPlan } from './plan/planned.ts'
import { readResult, type SweepRun } from './read-sweep.ts'

export interface Forecast {
  /** Runs that are not finished. */
  readonly left: number
  /** Runs at a time. */
  readonly slots: number
  /** Of all runs that are left, one after another; most they may take. */
  readonly runSeconds: number
  /** From now to the end. */
  readonly seconds: number
  /** What it was read from: `12 finished runs` or `a timing probe of 2 runs`. */
  readonly basis: string
}

export interface ForecastRequest {
  readonly plan: SweepPlan
  readonly runs: readonly SweepRun[]
  readonly file: Pick<SweepFile, 'out' | 'local' | 'executor' | 'slurm'>
}

/** Most probes, each of which takes seconds. */
const PROBES = 3

export async function forecast({ plan, runs, file }: ForecastRequest): Promise<Forecast> {
  const left = runs.filter(({ state }) => state !== 'finished')
  const finished = runs.filter(({ state }) => state === 'finished')
  const { seconds, basis } = finished.length > 0 ? byFinished(file.out, finished, left) : await byProbe(plan, left)
  const slots = Math.max(1, Math.min(slotsOf(file), left.length))
  return { left: left.length, slots, runSeconds: seconds, seconds: seconds / slots, basis }
}

export function forecastWords({ left, slots, runSeconds, seconds, basis }: Forecast): string {
  if (left === 0) return 'nothing is left to do'
  const each = durationWords(runSeconds / left)
  return `at most ${each} a run, ${slots} at a time: ${durationWords(seconds)} for ${left} runs, by ${basis}`
}

function slotsOf({ executor, local, slurm }: ForecastRequest['file']): number {
  if (executor === 'slurm') return slurm.atOnce ?? Number.POSITIVE_INFINITY
  const { slots, memory } = local
  return slotsFor(roomHere(), { memory, ...(slots === undefined ? {} : { slots }) })
}

function byFinished(out: string, finished: readonly SweepRun[], left: readonly SweepRun[]) {
  const minutes = finished.slice(0, 1000).map((run) => readResult(out, run)!.summary.minutes)
  return { seconds: quantile(minutes, 0.5) * 60 * left.length, basis: `${finished.length} finished runs` }
}

/** One probe a learner: it decides more about the speed than all else. Each run is bounded by its own budgets. */
async function byProbe(plan: SweepPlan, left: readonly PlannedRun[]) {
  const firsts = new Map([...left].reverse().map((run) => [setting(plan, run, 'learner'), run]))
  const rates = new Map<unknown, number>()
  for (const [learner, run] of [...firsts].slice(0, PROBES)) {
    rates.set(learner, (await estimate(plannedConfig(plan, run))).stepsPerSecond)
  }
  const slowest = Math.min(...rates.values())
  const secondsOf = (run: PlannedRun) => {
    const rate = rates.get(setting(plan, run, 'learner')) ?? slowest
    return Math.min(Number(setting(plan, run, 'steps')) / rate, Number(setting(plan, run, 'minutes')) * 60)
  }
  const seconds = left.reduce((sum, run) => sum + secondsOf(run), 0)
  return { seconds, basis: `a timing probe of ${rates.size === 1 ? 'one run' : `${rates.size} runs`}` }
}

/** Without resolving the whole configuration, ten thousand times. */
function setting({ base }: SweepPlan, { settings }: PlannedRun, key: string): unknown {
  return settings[key] ?? base[key] ?? configKeys.get(key)?.fallback
}
