// The runs in a folder, finished or still being written by another process. Looks again every second while somebody
// listens.

import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { ClipFrame } from '../protocol/frames.ts'
import { clipFrame } from './clip-frame.ts'
import { type FolderRun, folderRun } from './folder-run.ts'
import { readRecording } from './recording-file.ts'
import type { Change, RunSource } from './source.ts'

export interface FolderRunsOptions {
  /** Holds one folder for each run. */
  readonly folder: string
  readonly log: (line: string) => void
  /** Default 1. */
  readonly lookEverySeconds?: number
}

export function folderRuns({ folder, log, lookEverySeconds = 1 }: FolderRunsOptions): RunSource {
  const runs = new Map<string, FolderRun>()
  const listeners = new Set<(change: Change) => void>()
  let looking: Promise<void> | undefined
  let timer: NodeJS.Timeout | undefined

  async function look(): Promise<void> {
    const names = await runNames(folder)
    for (const name of runs.keys()) if (!names.includes(name)) forget(name)
    for (const name of names) {
      const run = runs.get(name) ?? folderRun({ name, folder: join(folder, name), log })
      const parts = await run.refresh()
      runs.set(name, run)
      if (parts.length > 0) tell({ run: name, parts })
    }
  }

  /** One look at a time: whoever asks meanwhile shares it. */
  function refresh(): Promise<void> {
    looking ??= look().finally(() => {
      looking = undefined
    })
    return looking
  }

  function forget(name: string): void {
    runs.delete(name)
    tell({ run: name, parts: ['summary'] })
  }

  function tell(change: Change): void {
    for (const listener of listeners) listener(change)
  }

  function lookAgain(): void {
    refresh().catch((error: unknown) => log(`cannot read ${folder}: ${String(error)}`))
  }

  async function clip(name: string, id: string): Promise<ClipFrame | undefined> {
    const run = runs.get(name)
    const summary = run?.view.clips.find((each) => each.id === id)
    const recording = summary && (await readRecording(join(folder, name, 'recordings'), id))
    return recording && clipFrame(name, summary, recording)
  }

  return {
    async list() {
      if (runs.size === 0) await refresh()
      const newestFirst = [...runs.values()].sort((a, b) => b.changedAt - a.changedAt)
      return newestFirst.map((run) => run.view.summary)
    },
    async read(run) {
      if (!runs.has(run)) await refresh()
      return runs.get(run)?.view
    },
    clip,
    async policy(run) {
      if (!runs.has(run)) await refresh()
      return runs.has(run) ? readIfThere(join(folder, run, 'policy.onnx')) : undefined
    },
    subscribe(listener) {
      listeners.add(listener)
      timer ??= setInterval(lookAgain, lookEverySeconds * 1000).unref()
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        clearInterval(timer)
        timer = undefined
      }
    },
  }
}

/** Folders that a run has begun to fill. */
async function runNames(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map(({ name }) => name)
  const begun = await Promise.all(folders.map((name) => isFile(join(folder, name, 'meta.json'))))
  return folders.filter((_, i) => begun[i])
}

async function readIfThere(path: string): Promise<Uint8Array | undefined> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  )
}
