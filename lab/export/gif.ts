// A recording as a GIF of 256 colours, which are chosen from a few of its frames.

import { writeAtomic } from '../files/write-atomic.ts'
import { besides, chosenRecording } from './chosen-recording.ts'
import type { ExportDocument } from './document.ts'
import { type Film, filmOf } from './film.ts'
import { gifenc } from './gifenc.ts'
import type { ExportRequest } from './request.ts'

/** A GIF counts in hundredths of a second. */
const filmRate = 20
const colours = 256
const samples = 4

export async function exportGif(request: ExportRequest): Promise<ExportDocument> {
  const { file, recording } = await chosenRecording(request)
  const out = request.out ?? besides(file, 'gif')
  const film = filmOf(recording, request, filmRate)
  const began = performance.now()
  const bytes = encodeGif(film)
  const seconds = (performance.now() - began) / 1000
  await writeAtomic(out, bytes)
  const { count: frames } = film
  return { from: request.path, to: 'gif', file: out, bytes: bytes.length, frames, framesPerSecond: frames / seconds }
}

/** The bytes of a GIF file that starts over for ever. */
export function encodeGif(film: Film): Uint8Array {
  const { width, height, framesPerSecond } = film
  const delay = 1000 / framesPerSecond
  const gif = gifenc.GIFEncoder()
  const palette = gifenc.quantize(sampled(film), colours)
  for (const frame of film.frames())
    gif.writeFrame(gifenc.applyPalette(frame, palette), width, height, { palette, delay })
  gif.finish()
  return gif.bytes()
}

function sampled(film: Film): Uint8Array {
  const size = 4 * film.width * film.height
  const all = new Uint8Array(samples * size)
  for (let sample = 0; sample < samples; sample++) {
    all.set(film.frame(Math.round((sample * (film.count - 1)) / (samples - 1))), sample * size)
  }
  return all
}
