// The runs in a folder and below, finished or still being written by another process. Looks again every second while
// somebody listens.

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Recording } from '../../sim/recording.ts'
import { encodeRecording } from '../../sim/recording-codec.ts'
import type { ClipFrame } from '../protocol/frames.ts'
import { seedOfStartClip } from '../protocol/run.ts'
import { clipFrame } from './clip-frame.ts'
import { type FolderRun, folderRun } from './folder-run.ts'
import { readRecording, readRecordingBytes } from './recording-file.ts'
import { runIndex } from './run-index.ts'
import type { Change, RunSource } from './source.ts'

/** Plays one episode of the policy that a run kept, from the start that a seed decides. */
export type RollOut = (folder: string, seed: number) => Promise<Recording>

export interface FolderRunsOptions {
  /** Holds the runs' folders, or folders with runs in them. */
  readonly folder: string
  readonly log: (line: string) => void
  /** Without it, what is shown is what was recorded. */
  readonly rollOut?: RollOut
  /** Default 1. */
  readonly lookEverySeconds?: number
}

/** Runs that are kept open: more than a page charts at a time. */
const openRuns = 500
const rollOutsKept = 32

export function folderRuns({ folder, log, rollOut, lookEverySeconds = 1 }: FolderRunsOptions): RunSource {
  const index = runIndex(folder)
  const opened = new Map<string, FolderRun>()
  const rolledOut = new Map<string, Promise<ClipFrame | undefined>>()
  const listeners = new Set<(change: Change) => void>()
  let looking: Promise<void> | undefined
  let lookedOnce = false
  let timer: NodeJS.Timeout | undefined

  async function look(): Promise<void> {
    const changed = await index.look()
    lookedOnce = true
    for (const run of changed) await follow(run)
  }

  async function follow(run: string): Promise<void> {
    const summary = index.summary(run)
    if (summary === undefined) opened.delete(run)
    const parts = summary && (await opened.get(run)?.refresh(summary))
    tell({ run, parts: [...new Set(['summary' as const, ...(parts ?? [])])] })
  }

  /** One look at a time: whoever asks meanwhile shares it. */
  function refresh(): Promise<void> {
    looking ??= look().finally(() => {
      looking = undefined
    })
    return looking
  }

  function tell(change: Change): void {
    for (const listener of listeners) listener(change)
  }

  function lookAgain(): void {
    refresh().catch((error: unknown) => log(`cannot read ${folder}: ${String(error)}`))
  }

  async function open(name: string): Promise<FolderRun | undefined> {
    if (!lookedOnce || index.summary(name) === undefined) await refresh()
    const summary = index.summary(name)
    if (summary === undefined) return undefined
    const known = opened.get(name)
    const ways = { folder: join(folder, name), rollsOut: rollOut !== undefined, logFile: index.logOf(name) }
    const run = known ?? folderRun({ ...ways, log })
    // The longest unused are closed first.
    opened.delete(name)
    opened.set(name, run)
    for (const old of opened.keys()) if (opened.size > openRuns) opened.delete(old)
    if (known === undefined) await run.refresh(summary)
    return run
  }

  async function recordedClip(name: string, id: string): Promise<ClipFrame | undefined> {
    const summary = (await open(name))?.view.clips.find((each) => each.id === id)
    const recording = summary && (await readRecording(join(folder, name, 'recordings'), id))
    return recording && clipFrame(name, summary, recording)
  }

  async function startedClip(name: string, id: string, seed: number): Promise<ClipFrame | undefined> {
    const run = await open(name)
    if (rollOut === undefined || !run?.view.about.rollsOut) return undefined
    const recording = await rollOut(join(folder, name), seed)
    const { task, success } = recording
    const steps = run.view.summary.scores?.steps ?? 0
    return clipFrame(name, { id, task, checkpoint: 'kept', steps, seed, success: success.includes(1) }, recording)
  }

  /** A policy that is kept acts the same whenever it is asked; a run that goes on may keep a better one. */
  function remembered(name: string, id: string, seed: number): Promise<ClipFrame | undefined> {
    const key = `${index.summary(name)?.changed} ${name} ${id}`
    const found = rolledOut.get(key) ?? startedClip(name, id, seed)
    rolledOut.set(key, found)
    found.catch(() => rolledOut.delete(key))
    for (const old of rolledOut.keys()) if (rolledOut.size > rollOutsKept) rolledOut.delete(old)
    return found
  }

  return {
    async list() {
      if (!lookedOnce) await refresh()
      return index.list()
    },
    summary: index.summary,
    async read(run) {
      return (await open(run))?.view
    },
    clip(name, id) {
      const seed = seedOfStartClip(id)
      return seed === undefined ? recordedClip(name, id) : remembered(name, id, seed)
    },
    async recording(name, id) {
      const run = await open(name)
      const seed = seedOfStartClip(id)
      if (run === undefined || seed === undefined)
        return run && readRecordingBytes(join(folder, name, 'recordings'), id)
      return rollOut && run.view.about.rollsOut ? encodeRecording(await rollOut(join(folder, name), seed)) : undefined
    },
    async policy(run) {
      return (await open(run)) && readIfThere(join(folder, run, 'policy.onnx'))
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

async function readIfThere(path: string): Promise<Uint8Array | undefined> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
}
