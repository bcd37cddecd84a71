// A clip as MP4 or WebM, encoded by the browser's own encoders (WebCodecs). The library is fetched when it is needed.

import type { Capture } from './capture.ts'
import { CodecMissingError, type VideoFormat, videoFormats } from './codecs.ts'
import type { Film } from './film.ts'

export interface Progress {
  /** Called after each frame. */
  readonly onFrame: (frame: number) => void
  readonly signal: AbortSignal
}

/** @throws CodecMissingError when the browser lacks the encoder; the reason of the signal when it was aborted */
export async function videoFile(
  format: VideoFormat,
  { capture, film }: { readonly capture: Capture; readonly film: Film },
  { onFrame, signal }: Progress,
): Promise<Blob> {
  const { BufferTarget, CanvasSource, Mp4OutputFormat, Output, QUALITY_HIGH, WebMOutputFormat } = await import(
    'mediabunny'
  )
  const codec = await firstCodec(format, film)
  const container = format === 'mp4' ? new Mp4OutputFormat({ fastStart: 'in-memory' }) : new WebMOutputFormat()
  const output = new Output({ format: container, target: new BufferTarget() })
  const source = new CanvasSource(capture.canvas, { codec, bitrate: QUALITY_HIGH })
  output.addVideoTrack(source, { frameRate: film.framesPerSecond })
  try {
    await output.start()
    for (const [frame, time] of film.times.entries()) {
      signal.throwIfAborted()
      capture.draw(time)
      await source.add(frame / film.framesPerSecond, 1 / film.framesPerSecond)
      onFrame(frame)
    }
    await output.finalize()
  } catch (error) {
    await output.cancel()
    throw error
  }
  return new Blob([output.target.buffer!], { type: videoFormats[format].type })
}

async function firstCodec(format: VideoFormat, { width, height }: Film) {
  const { getFirstEncodableVideoCodec } = await import('mediabunny')
  const find = (each: VideoFormat) =>
    typeof VideoEncoder === 'undefined'
      ? null
      : getFirstEncodableVideoCodec([...videoFormats[each].codecs], { width, height })
  const codec = await find(format)
  if (codec !== null) return codec
  const other = format === 'mp4' ? 'webm' : 'mp4'
  throw new CodecMissingError(format, (await find(other)) === null ? 'gif' : other)
}
