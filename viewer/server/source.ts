// Where the page's runs come from: live ones in memory (live-runs.ts), run folders (folder-runs.ts), or both
// (joined-runs.ts). A source answers from what it has and says when something changed.

import type { ClipFrame } from '../protocol/frames.ts'
import type { About, ClipSummary, Curve, RunStatus, RunSummary } from '../protocol/run.ts'

/** All that a page may know of one run, but for the clips' poses. */
export interface RunView {
  readonly summary: RunSummary
  readonly status: RunStatus
  readonly curves: readonly Curve[]
  /** Oldest first. */
  readonly clips: readonly ClipSummary[]
  readonly about: About
}

export type Part = keyof RunView

/** Parts of a run that are no longer what they were. */
export interface Change {
  readonly run: string
  readonly parts: readonly Part[]
}

export interface RunSource {
  /** Those under way first, then the newest. */
  list(): Promise<readonly RunSummary[]>
  /** What is known of a run now, without looking again. */
  summary(run: string): RunSummary | undefined
  read(run: string): Promise<RunView | undefined>
  /** @returns undefined where the run or the clip is unknown. */
  clip(run: string, clip: string): Promise<ClipFrame | undefined>
  /** Bytes of the clip's recording, as files are written; undefined where there is no such file. */
  recording(run: string, clip: string): Promise<Uint8Array | undefined>
  /** Bytes of the run's policy.onnx; undefined where the run is unknown or has none yet. */
  policy(run: string): Promise<Uint8Array | undefined>
  /** Tells of changes until the returned function is called. */
  subscribe(listener: (change: Change) => void): () => void
}
