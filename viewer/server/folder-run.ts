// One run folder: who it is (meta.json, config.yaml), what it said (metrics.jsonl), which recordings lie in it.

import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { metricsTail } from './metrics-tail.ts'
import { readRecording, recordingIds } from './recording-file.ts'
import { applyEvent, emptyView, type GrowingView, setState } from './run-view.ts'
import type { Part, RunView } from './source.ts'

export interface FolderRun {
  readonly view: RunView
  /** When something was last written, in milliseconds since 1970. */
  readonly changedAt: number
  /** @returns the parts that changed since the last call. */
  refresh(): Promise<readonly Part[]>
}

interface FolderRunOptions {
  readonly name: string
  readonly folder: string
  readonly log: (line: string) => void
}

/** A run that has not said how it ended and has been silent for this long was stopped. */
const silentForMilliseconds = 120_000
/** Recordings that no line of the metrics names are read to learn what they are; the first so many. */
const unnamedRead = 100

const identity = z.object({
  task: z.string().optional().catch(undefined),
  method: z.string().optional().catch(undefined),
  seed: z.number().optional().catch(undefined),
})

export function folderRun({ name, folder, log }: FolderRunOptions): FolderRun {
  const metrics = metricsTail({ file: join(folder, 'metrics.jsonl'), log })
  const recordings = join(folder, 'recordings')
  const seen = new Set<string>()
  let view: GrowingView | undefined
  let ended = false
  let changedAt = 0
  let lastSeen = ''

  async function refresh(): Promise<readonly Part[]> {
    const written = await lastWritten(folder)
    const news = written.signature === lastSeen ? [] : await readNews()
    lastSeen = written.signature
    changedAt = written.at
    return [...new Set([...news, ...judgeState(await opened())])]
  }

  async function opened(): Promise<GrowingView> {
    view ??= await beginView(name, folder)
    return view
  }

  async function readNews(): Promise<readonly Part[]> {
    const first = view === undefined
    const { events, restarted } = await metrics.read()
    if (restarted) view = await beginView(name, folder)
    const growing = await opened()
    const changed: Part[] = first || restarted ? ['summary', 'status', 'curves', 'clips'] : []
    for (const event of events) {
      changed.push(...applyEvent(growing, event))
      ended = event.kind === 'end' || (ended && event.kind !== 'begin')
    }
    changed.push(...(await addUnnamed(growing)))
    return changed
  }

  function judgeState(view: GrowingView): readonly Part[] {
    const state = Date.now() - changedAt > silentForMilliseconds ? 'stopped' : 'running'
    if (ended || view.status.state === state) return []
    setState(view, state)
    return ['summary', 'status']
  }

  async function addUnnamed(view: GrowingView): Promise<readonly Part[]> {
    const named = new Set(view.clips.map((clip) => clip.id))
    const fresh = (await recordingIds(recordings)).filter((id) => !named.has(id) && !seen.has(id))
    const room = Math.max(0, unnamedRead - seen.size)
    for (const id of fresh.slice(0, room)) {
      seen.add(id)
      const recording = await readRecording(recordings, id)
      if (recording === undefined) continue
      const { task, policy, seed, success } = recording
      view.clips.push({ id, task, checkpoint: policy, steps: 0, seed, success: success.includes(1) })
    }
    return fresh.length > 0 && room > 0 ? ['clips'] : []
  }

  return {
    refresh,
    get view() {
      return view ?? emptyView(name)
    },
    get changedAt() {
      return changedAt
    },
  }
}

async function beginView(name: string, folder: string): Promise<GrowingView> {
  const view = emptyView(name)
  const [meta, config] = await Promise.all([
    identityIn(join(folder, 'meta.json')),
    identityIn(join(folder, 'config.yaml')),
  ])
  const { summary } = view
  view.summary = {
    ...summary,
    task: config.task ?? meta.task ?? summary.task,
    method: config.method ?? meta.method ?? summary.method,
    seed: config.seed ?? meta.seed ?? summary.seed,
  }
  return view
}

/** JSON is YAML too. A file that is absent or torn says nothing. */
async function identityIn(file: string): Promise<z.infer<typeof identity>> {
  try {
    return identity.catch({}).parse(parse(await readFile(file, 'utf8')))
  } catch {
    return {}
  }
}

/** When something was last written, and what tells one state of the folder from another: cheap to ask every second. */
async function lastWritten(folder: string): Promise<{ readonly at: number; readonly signature: string }> {
  const paths = ['meta.json', 'metrics.jsonl', 'recordings'].map((name) => join(folder, name))
  const found = await Promise.all(paths.map((path) => stat(path).catch(() => ({ mtimeMs: 0, size: 0 }))))
  const signature = found.map(({ mtimeMs, size }) => `${mtimeMs}/${size}`).join(' ')
  return { at: Math.max(...found.map(({ mtimeMs }) => mtimeMs)), signature }
}
