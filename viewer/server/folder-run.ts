// One run folder, read whole: what it said (metrics.jsonl), which recordings lie in it, what it is about.

import { join } from 'node:path'
import type { RunSummary } from '../protocol/run.ts'
import { metricsTail } from './metrics-tail.ts'
import { readRecording, recordingIds } from './recording-file.ts'
import { readAbout } from './run-about.ts'
import { applyEvent, emptyView, type GrowingView } from './run-view.ts'
import type { Part, RunView } from './source.ts'

export interface FolderRun {
  readonly view: RunView
  /** Reads what is new. @returns the parts that changed since the last call */
  refresh(summary: RunSummary): Promise<readonly Part[]>
}

interface FolderRunOptions {
  readonly folder: string
  readonly rollsOut: boolean
  readonly logFile: string | undefined
  readonly log: (line: string) => void
}

/** Recordings that no line of the metrics names are read to learn what they are; the first so many. */
const unnamedRead = 100
const everything: readonly Part[] = ['summary', 'status', 'curves', 'clips', 'about']

export function folderRun({ folder, rollsOut, logFile, log }: FolderRunOptions): FolderRun {
  const metrics = metricsTail({ file: join(folder, 'metrics.jsonl'), log })
  const recordings = join(folder, 'recordings')
  const seen = new Set<string>()
  let view: GrowingView | undefined
  let refreshing: Promise<readonly Part[]> = Promise.resolve([])

  async function readNews(summary: RunSummary): Promise<readonly Part[]> {
    const { events, restarted } = await metrics.read()
    const anew = view === undefined || restarted
    const growing = view === undefined || restarted ? emptyView(summary.id) : view
    const parts: Part[] = anew ? [...everything] : []
    // Clips are named by the task that their run is about.
    growing.summary = summary
    for (const event of events) parts.push(...applyEvent(growing, event))
    parts.push(...(await addUnnamed(growing)))
    growing.about = await readAbout(folder, { rollsOut, logFile })
    parts.push(...agree(growing, summary))
    view = growing
    return [...new Set(parts)]
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
    /** One at a time: lines must not be taken in twice. */
    refresh(summary) {
      refreshing = refreshing.catch(() => []).then(() => readNews(summary))
      return refreshing
    },
    get view() {
      return view ?? emptyView('')
    },
  }
}

/** The summary was made of the whole folder, and knows best how the run stands. */
function agree(view: GrowingView, summary: RunSummary): readonly Part[] {
  view.summary = summary
  const { state, note } = summary
  if (view.status.state === state && view.status.note === note) return ['about']
  view.status = { ...view.status, state, note }
  return ['status', 'about']
}
