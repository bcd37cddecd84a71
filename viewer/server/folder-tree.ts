// Finds the run folders in a folder and in the folders below it: a sweep's runs lie in the sweep's. A folder is read
// again only when its time of change says that something came or went.

import { type Dirent, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sweepsOwn } from './sweep-folder.ts'

export interface FolderTree {
  /** @returns the names, relative to the root, of run folders that came and went since the last look. */
  look(): { readonly came: readonly string[]; readonly went: readonly string[] }
  /** Folders that may hold runs, relative to the root; the root is ''. */
  readonly holders: ReadonlyMap<string, unknown>
}

interface Holder {
  /** Undefined: to be read again, whatever the time of change says. */
  readAt: number | undefined
  /** Names of what lies in it and is a run or may hold runs. */
  readonly inside: Set<string>
}

/** A run has this file from its first moment. */
export const markOfRun = 'meta.json'
const noHolders = new Set(['node_modules', sweepsOwn])
const deepest = 4
/** Changes so soon after a look may bear the same time. */
const settleMilliseconds = 2000

/** @throws when the root cannot be read */
export function folderTree(root: string): FolderTree {
  const holders = new Map<string, Holder>([['', { readAt: undefined, inside: new Set() }]])
  const runs = new Set<string>()
  let came: string[] = []
  let went: string[] = []

  function look() {
    came = []
    went = []
    for (const [name, holder] of holders) lookInto(name, holder)
    return { came, went }
  }

  function lookInto(name: string, holder: Holder): void {
    const changedAt = changeOf(join(root, name))
    if (name === '' && changedAt === undefined) readdirSync(root)
    if (changedAt === undefined || changedAt === holder.readAt) return
    const entries = entriesOf(join(root, name))
    holder.readAt = Date.now() - changedAt > settleMilliseconds ? changedAt : undefined
    if (name !== '' && entries.some((entry) => entry.name === markOfRun)) becomeRun(name)
    else compare(name, holder, entries)
  }

  function compare(name: string, holder: Holder, entries: readonly Dirent[]): void {
    const folders = new Set(
      entries.filter(mayHold).map((entry) => (name === '' ? entry.name : `${name}/${entry.name}`)),
    )
    for (const gone of holder.inside) if (!folders.has(gone)) forget(gone)
    for (const found of folders) {
      if (holder.inside.has(found)) continue
      holder.inside.add(found)
      meet(found)
    }
    for (const gone of holder.inside) if (!folders.has(gone)) holder.inside.delete(gone)
  }

  function meet(name: string): void {
    if (exists(join(root, name, markOfRun))) becomeRun(name)
    else if (name.split('/').length < deepest) holders.set(name, { readAt: undefined, inside: new Set() })
  }

  function becomeRun(name: string): void {
    holders.delete(name)
    runs.add(name)
    came.push(name)
  }

  function forget(name: string): void {
    if (runs.delete(name)) went.push(name)
    for (const inner of holders.get(name)?.inside ?? []) forget(inner)
    holders.delete(name)
  }

  return { look, holders }
}

function mayHold(entry: Dirent): boolean {
  return entry.isDirectory() && !entry.name.startsWith('.') && !noHolders.has(entry.name)
}

function entriesOf(path: string): Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true })
  } catch {
    return []
  }
}

function changeOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs
}

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}
