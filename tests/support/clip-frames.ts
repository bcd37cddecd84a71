// Clips as the page holds them, made from a small recording.

import type { ClipFrame } from '../../viewer/protocol/frames.ts'
import { clipFrame } from '../../viewer/server/clip-frame.ts'
import { movingRecording } from './moving-recording.ts'

interface ClipOptions {
  readonly run?: string
  readonly id: string
  readonly steps?: number
  readonly seed?: number
}

export function clipOf({ run = 'a', id, steps = 0, seed = 1 }: ClipOptions): ClipFrame {
  const summary = { id, task: 'reach', checkpoint: `${steps} steps`, steps, seed, success: true }
  const frame = clipFrame(run, summary, movingRecording({ seed, solvedAt: 40 }))
  if (frame === undefined) throw new Error('the moving recording has poses')
  return frame
}
