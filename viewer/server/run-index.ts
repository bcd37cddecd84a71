// The summaries of all runs in a folder, from as few bytes as possible: ten thousand runs are looked through in a
// second, and looked at again in a few milliseconds.

import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { RunState, RunSummary } from '../protocol/run.ts'
import { breather } from './breathe.ts'
import { folderTree, markOfRun } from './folder-tree.ts'
import { settingsReader } from './run-settings.ts'
import { readRunTail } from './run-tail.ts'
import { variedSettings } from './varied-settings.ts'

export interface RunIndex {
  /** @returns the runs that came, went or changed since the last look. @throws when the folder cannot be read */
  look(): Promise<ReadonlySet<string>>
  summary(run: string): RunSummary | undefined
  /** Those under way first, then the newest. */
  list(): readonly RunSummary[]
}

interface Entry {
  summary: RunSummary
  /** Tells one state of its metrics from another. */
  signature: string
  ended: boolean
}

/** A run that has not said how it ended and has been silent for this long is stale. */
const silentMilliseconds = 120_000
/** Runs that ended may be resumed: at each look so many of them are looked at, in turn. */
const endedLookedAt = 500

const metaSchema = z.object({
  task: z.string().catch('unknown'),
  method: z.string().catch('unknown'),
  seed: z.number().catch(0),
  started: z.string().optional().catch(undefined),
})

export function runIndex(root: string): RunIndex {
  const tree = folderTree(root)
  const entries = new Map<string, Entry>()
  const varied = variedSettings()
  const settings = settingsReader()
  let turn = 0

  async function look(): Promise<ReadonlySet<string>> {
    const changed = new Set<string>()
    const breathe = breather()
    const { came, went } = tree.look()
    for (const run of went) remove(run, changed)
    for (const run of came) {
      add(run, changed)
      await breathe()
    }
    for (const run of dueRuns()) {
      if (refresh(run)) changed.add(run)
      await breathe()
    }
    return changed
  }

  function add(run: string, changed: Set<string>): void {
    const { task, method, seed, started } = readMeta(join(root, run, markOfRun))
    const blocks = settings.blocks(textOf(join(root, run, 'config.yaml')) ?? '')
    const begun = started === undefined ? Number.NaN : Date.parse(started)
    const summary: RunSummary = {
      id: run,
      task,
      method,
      seed,
      state: 'running',
      started: Number.isNaN(begun) ? null : begun,
      changed: 0,
      settings: {},
      scores: null,
      note: null,
    }
    entries.set(run, { summary, signature: '', ended: false })
    changed.add(run)
    if (varied.put(run, blocks)) markAll(changed)
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
    for (const [run, { ended, signature }] of entries) {
      place++
      if (!ended || signature === '' || place % shares === turn) yield run
    }
  }

  /** @returns whether the summary changed */
  function refresh(run: string): boolean {
    const entry = entries.get(run)
    if (entry === undefined) return false
    const file = join(root, run, 'metrics.jsonl')
    const found = statSync(file, { throwIfNoEntry: false }) ?? statSync(join(root, run), { throwIfNoEntry: false })
    if (found === undefined) return false
    const signature = `${found.mtimeMs}/${found.size}`
    const { summary } = entry
    const silent = Date.now() - found.mtimeMs > silentMilliseconds
    if (signature === entry.signature) {
      const state = entry.ended ? summary.state : openState(silent)
      if (state === summary.state) return false
      entry.summary = { ...summary, state }
      return true
    }
    const { ended, note, scores } = readRunTail(file)
    entry.signature = signature
    entry.ended = ended !== undefined
    entry.summary = { ...summary, state: ended ?? openState(silent), note, scores, changed: found.mtimeMs }
    return true
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
  }
}

function openState(silent: boolean): RunState {
  return silent ? 'stale' : 'running'
}

function underWayFirst(a: RunSummary, b: RunSummary): number {
  return Number(b.state === 'running') - Number(a.state === 'running') || b.changed - a.changed
}

/** A file that is absent or torn says nothing. */
function readMeta(path: string): z.infer<typeof metaSchema> {
  try {
    return metaSchema.catch({ task: 'unknown', method: 'unknown', seed: 0 }).parse(JSON.parse(textOf(path) ?? ''))
  } catch {
    return { task: 'unknown', method: 'unknown', seed: 0 }
  }
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
