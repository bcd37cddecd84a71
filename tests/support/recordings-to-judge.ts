// A folder of small recordings without physics, several of each start, as `rapref record` would have left it.

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Recording } from '../../sim/recording.ts'
import { encodeRecording } from '../../sim/recording-codec.ts'
import { movingRecording } from './moving-recording.ts'

interface Wanted {
  /** Different starts, and recordings of each. */
  readonly starts: number
  readonly each: number
  readonly steps?: number
}

/** The later of one start, the more reward. @returns the folder's ids */
export function writeRecordings(folder: string, { starts, each, steps = 40 }: Wanted): string[] {
  mkdirSync(join(folder, 'recordings'), { recursive: true })
  return Array.from({ length: starts * each }, (_, i) => {
    const id = `${i % starts}-${Math.floor(i / starts)}`
    const recording = recordingOf({ seed: i % starts, attempt: Math.floor(i / starts), steps })
    writeFileSync(join(folder, 'recordings', `${id}.rec`), encodeRecording(recording))
    return id
  })
}

export function recordingOf({ seed = 0, attempt = 0, steps = 40 }): Recording {
  return {
    ...movingRecording({ seed, steps }),
    hashes: { every: steps, values: [`${seed}-${attempt}`] },
    rewards: new Float32Array(steps).fill(attempt),
    terms: { names: ['near'], values: Float32Array.from({ length: steps }, (_, step) => step + attempt) },
  }
}
