// Recordings in a run folder: `recordings/<id>.rec`.

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Recording } from '../../sim/recording.ts'
import { decodeRecording } from '../../sim/recording-codec.ts'

const ending = '.rec'

export async function recordingIds(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  return names.filter((name) => name.endsWith(ending)).map((name) => name.slice(0, -ending.length))
}

/** @returns undefined where there is no such recording. @throws when the file is damaged. */
export async function readRecording(folder: string, id: string): Promise<Recording | undefined> {
  const bytes = await readRecordingBytes(folder, id)
  return bytes && decodeRecording(bytes)
}

/** @returns undefined where there is no such recording. */
export async function readRecordingBytes(folder: string, id: string): Promise<Uint8Array | undefined> {
  if (!/^[\w-][\w.-]*$/.test(id)) return undefined
  return readFile(join(folder, id + ending)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
}
