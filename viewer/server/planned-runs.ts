// Runs that sweeps have planned, in all folders that may hold a sweep.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type PlannedRun, type SweepFolder, sweepFolder, sweepsOwn } from './sweep-folder.ts'

export interface PlannedRuns {
  /** @param holders folders relative to the root. @returns names of runs of which the sweeps say something new */
  look(holders: Iterable<string>): ReadonlySet<string>
  get(run: string): PlannedRun | undefined
  /** Why a run failed, as its sweep says. */
  failureOf(run: string): string | undefined
  logOf(run: string): string | undefined
}

interface Known {
  readonly plan: PlannedRun
  readonly sweep: SweepFolder
}

export function plannedRuns(root: string): PlannedRuns {
  const sweeps = new Map<string, SweepFolder>()
  const known = new Map<string, Known>()

  function look(holders: Iterable<string>): ReadonlySet<string> {
    const news = new Set<string>()
    const present = new Set(holders)
    for (const holder of sweeps.keys()) if (!present.has(holder)) forget(holder, news)
    for (const holder of present) {
      const sweep = sweeps.get(holder) ?? find(holder)
      if (sweep !== undefined) lookAt(holder, sweep, news)
    }
    return news
  }

  function find(holder: string): SweepFolder | undefined {
    if (!existsSync(join(root, holder, sweepsOwn, 'plan.json'))) return undefined
    const sweep = sweepFolder(join(root, holder))
    sweeps.set(holder, sweep)
    return sweep
  }

  function lookAt(holder: string, sweep: SweepFolder, news: Set<string>): void {
    const { replanned, turned } = sweep.look()
    if (replanned) replan(holder, sweep, news)
    if (turned.length === 0) return
    const ids = new Set(turned)
    for (const [name, { id }] of sweep.planned) if (ids.has(id)) news.add(pathOf(holder, name))
  }

  function replan(holder: string, sweep: SweepFolder, news: Set<string>): void {
    for (const [run, { sweep: of }] of known) {
      if (of !== sweep || sweep.planned.has(run.slice(pathOf(holder, '').length))) continue
      known.delete(run)
      news.add(run)
    }
    for (const [name, plan] of sweep.planned) {
      known.set(pathOf(holder, name), { plan, sweep })
      news.add(pathOf(holder, name))
    }
  }

  function forget(holder: string, news: Set<string>): void {
    for (const name of sweeps.get(holder)?.planned.keys() ?? []) {
      known.delete(pathOf(holder, name))
      news.add(pathOf(holder, name))
    }
    sweeps.delete(holder)
  }

  return {
    look,
    get: (run) => known.get(run)?.plan,
    failureOf(run) {
      const found = known.get(run)
      return found?.sweep.failed.get(found.plan.id)
    },
    logOf(run) {
      const found = known.get(run)
      return found?.sweep.logOf(found.plan.id)
    },
  }
}

function pathOf(holder: string, name: string): string {
  return holder === '' ? name : `${holder}/${name}`
}
