// Which settings differ among many runs: what a person wants to see of a configuration of a hundred settings.

import type { Settings } from '../protocol/run.ts'

export interface VariedSettings {
  /** @param blocks of run-settings.ts: equal ones are one object. @returns whether other settings vary now */
  put(run: string, blocks: readonly Settings[]): boolean
  remove(run: string): boolean
  /** Those of a run's settings that vary. */
  of(run: string): Settings
}

/** Shown in columns of their own. */
const identity = new Set(['task', 'method', 'seed'])

export function variedSettings(): VariedSettings {
  const all = new Map<string, readonly Settings[]>()
  /** How many runs have a block. */
  const holders = new Map<Settings, number>()
  /** Of each setting, how many blocks have which value. */
  const values = new Map<string, Map<unknown, number>>()
  const varying = new Set<string>()
  /** What of a block varies; forgotten when other settings vary. */
  let shown = new Map<Settings, Settings>()

  function count(blocks: readonly Settings[], by: 1 | -1): boolean {
    let changed = false
    for (const block of blocks) {
      const before = holders.get(block) ?? 0
      if (before + by === 0) holders.delete(block)
      else holders.set(block, before + by)
      if (before === 0 || before + by === 0) changed = countValues(block, by) || changed
    }
    if (changed) shown = new Map()
    return changed
  }

  function countValues(block: Settings, by: 1 | -1): boolean {
    let changed = false
    for (const [name, value] of Object.entries(block)) {
      const counts = values.get(name) ?? new Map<unknown, number>()
      values.set(name, counts)
      const left = (counts.get(value) ?? 0) + by
      if (left === 0) counts.delete(value)
      else counts.set(value, left)
      changed = judge(name, counts.size > 1) || changed
    }
    return changed
  }

  function judge(name: string, varies: boolean): boolean {
    if (identity.has(name) || varies === varying.has(name)) return false
    if (varies) varying.add(name)
    else varying.delete(name)
    return true
  }

  function shownOf(block: Settings): Settings {
    const known = shown.get(block)
    if (known !== undefined) return known
    const part = Object.fromEntries(Object.entries(block).filter(([name]) => varying.has(name)))
    shown.set(block, part)
    return part
  }

  function remove(run: string): boolean {
    const blocks = all.get(run) ?? []
    all.delete(run)
    return count(blocks, -1)
  }

  return {
    put(run, blocks) {
      const removed = remove(run)
      all.set(run, blocks)
      return count(blocks, 1) || removed
    },
    remove,
    of: (run) => Object.assign({}, ...(all.get(run) ?? []).map(shownOf)),
  }
}
