// Finds the runs in any folders: single runs, folders of runs, and the folders of sweeps.

import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { UserError } from '../../errors/user-error.ts'
import { readLines } from '../../files/line-file.ts'
import { type RunRecord, readRun } from '../../run/read-run.ts'
import { isSweep } from '../../sweep/folder/plan-file.ts'
import { type RunState, readFailure, readSweep } from '../../sweep/read-sweep.ts'
import { differingKeys, settingsLabel } from './settings.ts'
import type { Study, StudyRun } from './study.ts'

/** Folders inside folders that are looked into. */
const DEPTH = 2

interface Found {
  readonly question: string | undefined
  readonly runs: readonly StudyRun[]
  readonly conditions: readonly string[]
}

/** @throws UserError where a folder holds no run */
export function findStudy(folders: readonly string[]): Study {
  const plain: string[] = []
  const sweeps = folders.flatMap((folder) => {
    const { sweeps, runs } = look(folder, DEPTH)
    if (sweeps.length === 0 && runs.length === 0) {
      throw new UserError(`found no run in ${folder}; expected a run's folder, a folder of runs, or that of a sweep`)
    }
    plain.push(...runs)
    return sweeps
  })
  const found = [...sweeps.map(sweepRuns), ...(plain.length > 0 ? [plainRuns(plain)] : [])]
  const conditions = [...new Set(found.flatMap((each) => each.conditions))]
  const runs = found.flatMap((each) => each.runs)
  const order = (run: StudyRun) => conditions.indexOf(run.condition)
  return {
    question: found.map(({ question }) => question).find((question) => question !== undefined) ?? '',
    folders,
    conditions,
    tasks: [...new Set(runs.map(({ task }) => task))].sort(),
    runs: runs.sort(
      (a, b) => order(a) - order(b) || compareText(a.task, b.task) || a.seed - b.seed || compareText(a.path, b.path),
    ),
  }
}

function look(folder: string, depth: number): { sweeps: string[]; runs: string[] } {
  if (isSweep(folder)) return { sweeps: [folder], runs: [] }
  if (isRun(folder)) return { sweeps: [], runs: [folder] }
  if (depth === 0 || !existsSync(folder)) return { sweeps: [], runs: [] }
  const inside = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => look(join(folder, entry.name), depth - 1))
  return { sweeps: inside.flatMap(({ sweeps }) => sweeps).sort(), runs: inside.flatMap(({ runs }) => runs).sort() }
}

function sweepRuns(path: string): Found {
  const { plan, runs } = readSweep(path)
  return {
    question: plan.question,
    conditions: [...new Set(plan.runs.map(({ condition }) => condition))],
    runs: runs.map((run) => {
      const failed = run.state === 'failed' ? readFailure(path, run) : undefined
      return {
        ...{ path: run.folder, condition: run.condition, task: run.task, seed: run.seed, state: run.state },
        record: isRun(run.folder) ? readRun(run.folder) : undefined,
        failure: failed && { message: failed.message, lines: failed.lines },
      }
    }),
  }
}

/** Runs that no sweep names: told apart by the settings in which they differ. */
function plainRuns(paths: readonly string[]): Found {
  const records = paths.map(readRun)
  const keys = differingKeys(records.map(({ config }) => config))
  const runs = records.map((record): StudyRun => {
    const { task, seed } = record.meta
    const condition = settingsLabel(record.config, keys)
    const { state, message } = stateOf(record)
    const failure = state === 'failed' ? { message, lines: [] } : undefined
    return { path: record.path, condition, task, seed, state, record, failure }
  })
  return {
    question: undefined,
    runs,
    conditions: [...new Set(runs.map(({ condition }) => condition))].sort(compareText),
  }
}

function stateOf({ path, measured }: RunRecord): { state: RunState; message: string } {
  if (measured.final) return { state: 'finished', message: '' }
  const metrics = join(path, 'metrics.jsonl')
  const lines = existsSync(metrics) ? (readLines(metrics) as { kind?: string; outcome?: string; note?: string }[]) : []
  const end = lines.at(-1)
  if (end?.kind === 'end' && end.outcome === 'failed') return { state: 'failed', message: end.note ?? basename(path) }
  return { state: existsSync(`${metrics}.lock`) ? 'running' : 'interrupted', message: '' }
}

export function isRun(folder: string): boolean {
  return existsSync(join(folder, 'meta.json'))
}

/** By code points: the same order on every machine. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
