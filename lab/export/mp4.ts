// A recording as an MP4 video (H.264), encoded in WebAssembly: no other program, no graphics card.

import encoders from 'h264-mp4-encoder'
import type { ExportDocument } from './document.ts'
import type { Film } from './film.ts'
import type { ExportRequest } from './request.ts'
import { exportVideo } from './video.ts'

/** Every recorded pose of an episode whose actions last one or two control steps. */
const filmRate = 40
/** 10 is best and large, 51 worst and small. */
const quantizer = 24
/** Of 0 (best) to 10 (quickest). */
const speed = 5

export function exportMp4(request: ExportRequest): Promise<ExportDocument> {
  return exportVideo(request, { to: 'mp4', framesPerSecond: filmRate, encode: encodeMp4 })
}

/** The bytes of an MP4 file. */
export async function encodeMp4(film: Film): Promise<Uint8Array> {
  const encoder = await encoders.createH264MP4Encoder()
  try {
    const { width, height, framesPerSecond: frameRate } = film
    Object.assign(encoder, { width, height, frameRate, quantizationParameter: quantizer, speed })
    encoder.initialize()
    for (const frame of film.frames()) encoder.addFrameRgba(frame)
    encoder.finalize()
    return encoder.FS.readFile(encoder.outputFilename)
  } finally {
    // All encoders of a process write into one file system.
    encoder.FS.unlink(encoder.outputFilename)
    encoder.delete()
  }
}
