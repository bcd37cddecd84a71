// What every export to a video does: find the recording, draw its frames, encode them, write the file.

import { writeAtomic } from '../files/write-atomic.ts'
import { besides, chosenRecording } from './chosen-recording.ts'
import type { ExportDocument } from './document.ts'
import { type Film, filmOf } from './film.ts'
import type { ExportRequest } from './request.ts'

export interface VideoFormat {
  readonly to: 'gif' | 'mp4'
  readonly framesPerSecond: number
  /** The bytes of the file. */
  encode(film: Film): Uint8Array | Promise<Uint8Array>
}

export async function exportVideo(request: ExportRequest, format: VideoFormat): Promise<ExportDocument> {
  const { to } = format
  const { file, recording } = await chosenRecording(request)
  const out = request.out ?? besides(file, to)
  const film = filmOf(recording, request, format.framesPerSecond)
  const began = performance.now()
  const bytes = await format.encode(film)
  const seconds = (performance.now() - began) / 1000
  await writeAtomic(out, bytes)
  const { count: frames } = film
  return { from: request.path, to, file: out, bytes: bytes.length, frames, framesPerSecond: frames / seconds }
}
