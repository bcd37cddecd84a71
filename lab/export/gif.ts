// A recording as a GIF of 256 colours, which are chosen from a few of its frames.

import type { ExportDocument } from './document.ts'
import type { Film } from './film.ts'
import { gifenc } from './gifenc.ts'
import type { ExportRequest } from './request.ts'
import { exportVideo } from './video.ts'

/** A GIF counts in hundredths of a second. */
const filmRate = 20
const colours = 256
const samples = 4

export function exportGif(request: ExportRequest): Promise<ExportDocument> {
  return exportVideo(request, { to: 'gif', framesPerSecond: filmRate, encode: encodeGif })
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
