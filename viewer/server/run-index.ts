// The summaries of all runs in a folder, from as few bytes as possible: ten thousand runs are looked through in a
// second, and looked at again in a few milliseconds.

import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { RunState, RunSummary } from '../protocol/run.ts'
import { breather } from './breathe.ts'
import { folderTree, markOfRun } from './folder-tree.ts'
import { plannedRuns } from './planned-runs.ts'
import { settingsReader } from './run-settings.ts'
import { readRunTail } from './run-tail.ts'
import { emptySummary } from './run-view.ts'
import { variedSettings } from './varied-settings.ts'

export interface RunIndex {
  /** @returns the runs that came, went or changed since the last look. @throws when the folder cannot be read */
  look(): Promise<ReadonlySet<string>>
  summary(run: string): RunSummary | undefined
  /** Those under way first, then the newest. */
  list(): readonly RunSummary[]
  /** Where a run's own words are kept outside its folder. */
  logOf(run: string): string | undefined
}

interface Entry {
  summary: RunSummary
  /** Tells one state of its metrics from another; '' before they were read. */
  signature: string
  /** As it said itself. */
  ended: RunState | undefined
  readonly hasFolder: boolean
}

/** A run that has not said how it ended and has been silent for this long is stale. */
const silentMilliseconds = 120_000
/** Runs that ended may be resumed: at each look so many of them are looked at, in turn. */
const endedLookedAt = 500

const nobody = { task: 'unknown', method: 'unknown', seed: 0 }
const metaSchema = z.object({
  task: z.string().catch(nobody.task),
  method: z.string().catch(nobody.method),
  seed: z.number().catch(nobody.seed),
  started: z.string().optional().catch(undefined),
})

export function runIndex(root: string): RunIndex {
  const tree = folderTree(root)
  const planned = plannedRuns(root)
  const entries = new Map<string, Entry>()
  const varied = variedSettings()
  const settings = settingsReader()
  let turn = 0

  async function look(): Promise<ReadonlySet<string>> {
    const changed = new Set<string>()
    const breathe = breather()
    const { came, went } = tree.look()
    for (const run of went) {
      remove(run, changed)
      heedPlan(run, changed)
    }
    for (const run of came) {
      addFolder(run, changed)
      await breathe()
    }
    for (const run of planned.look(tree.holders.keys())) {
      heedPlan(run, changed)
      await breathe()
    }
    for (const run of dueRuns()) {
      if (refresh(run)) changed.add(run)
      await breathe()
    }
    return changed
  }

  function addFolder(run: string, changed: Set<string>): void {
    const { started, ...who } = readMeta(join(root, run, markOfRun))
    const begun = started === undefined ? Number.NaN : Date.parse(started)
    const summary = { ...emptySummary(run), ...who, started: Number.isNaN(begun) ? null : begun }
    entries.set(run, { summary, signature: '', ended: undefined, hasFolder: true })
    changed.add(run)
    if (varied.put(run, settings.blocks(textOf(join(root, run, 'config.yaml')) ?? ''))) markAll(changed)
  }

  /** A planned run without a folder waits for its turn; of one with a folder its sweep may know that it failed. */
  function heedPlan(run: string, changed: Set<string>): void {
    const entry = entries.get(run)
    const plan = planned.get(run)
    changed.add(run)
    if (entry?.hasFolder) entry.signature = ''
    else if (plan === undefined) remove(run, changed)
    else {
      const { task, method, seed } = plan
      const note = planned.failureOf(run) ?? null
      const state = note === null ? 'queued' : 'failed'
      const summary: RunSummary = { ...emptySummary(run), task, method, seed, state, note }
      entries.set(run, { summary, signature: '', ended: undefined, hasFolder: false })
      if (varied.put(run, [plan.settings])) markAll(changed)
    }
  }

  function remove(run: string, changed: Set<string>): void {
    entries.delete(run)
    changed.add(run)
    if (varied.remove(run)) markAll(changed)
  }

  /** Which settings are shown of a run depends on those of all others. */
  function markAll(changed: Set<string>): void {
    for (const run of entries.keys()) changed.add(run)
  }

  /** Those not over, and a share of the others. */
  function* dueRuns(): Generator<string> {
    const shares = Math.max(1, Math.ceil(entries.size / endedLookedAt))
    turn = (turn + 1) % shares
    let place = 0
    for (const [run, { ended, signature, hasFolder }] of entries) {
      place++
      if (hasFolder && (ended === undefined || signature === '' || place % shares === turn)) yield run
    }
  }

  /** @returns whether the summary changed */
  function refresh(run: string): boolean {
    const entry = entries.get(run)
    const file = join(root, run, 'metrics.jsonl')
    const found = statSync(file, { throwIfNoEntry: false }) ?? statSync(join(root, run), { throwIfNoEntry: false })
    if (entry === undefined || found === undefined) return false
    const before = entry.summary
    const signature = `${found.mtimeMs}/${found.size}`
    if (signature !== entry.signature) {
      const { ended, note, scores } = readRunTail(file)
      entry.signature = signature
      entry.ended = ended
      entry.summary = { ...before, note, scores, changed: found.mtimeMs }
    }
    const failure = entry.ended === 'finished' ? undefined : planned.failureOf(run)
    const silent = Date.now() - found.mtimeMs > silentMilliseconds
    const state = failure === undefined ? (entry.ended ?? (silent ? 'stale' : 'running')) : 'failed'
    const note = failure ?? entry.summary.note
    if (state !== entry.summary.state || note !== entry.summary.note) entry.summary = { ...entry.summary, state, note }
    return entry.summary !== before
  }

  function summary(run: string): RunSummary | undefined {
    const known = entries.get(run)?.summary
    return known && { ...known, settings: varied.of(run) }
  }

  return {
    look,
    summary,
    list: () =>
      [...entries.values()]
        .map((entry) => entry.summary)
        .sort(underWayFirst)
        .map(({ id }) => summary(id)!),
    logOf: planned.logOf,
  }
}

function underWayFirst(a: RunSummary, b: RunSummary): number {
  return Number(b.state === 'running') - Number(a.state === 'running') || b.changed - a.changed
}

/** A file that is absent or torn says nothing. */
function readMeta(path: string): z.infer<typeof metaSchema> {
  try {
    return metaSchema.catch(nobody).parse(JSON.parse(textOf(path) ?? ''))
  } catch {
    return nobody
  }
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
