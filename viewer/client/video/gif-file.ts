// A clip as GIF: drawn here, counted out and packed in a worker.

import type { Capture } from './capture.ts'
import { type Film, samplesOf } from './film.ts'
import type { GifAnswer, GifRequest } from './gif-worker.ts'
import type { Progress } from './video-file.ts'

export async function gifFile(
  { capture, film }: { readonly capture: Capture; readonly film: Film },
  { onFrame, signal }: Progress,
): Promise<Blob> {
  const worker = new Worker(new URL('./gif-worker.ts', import.meta.url), { type: 'module', name: 'gif' })
  try {
    const { width, height, framesPerSecond } = film
    const delay = 1000 / framesPerSecond
    await ask(worker, { kind: 'begin', width, height, delay, samples: samplePixels(capture, film) })
    for (const [frame, time] of film.times.entries()) {
      signal.throwIfAborted()
      capture.draw(time)
      await ask(worker, { kind: 'frame', rgba: capture.pixels() })
      onFrame(frame)
    }
    const { file } = await ask(worker, { kind: 'finish' })
    return new Blob([file!], { type: 'image/gif' })
  } finally {
    worker.terminate()
  }
}

/** A few frames in one: the colours of all are chosen from them. */
function samplePixels(capture: Capture, film: Film): Uint8ClampedArray<ArrayBuffer> {
  const frames = samplesOf(film).map((time) => {
    capture.draw(time)
    return capture.pixels()
  })
  const all = new Uint8ClampedArray(frames.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const frame of frames) {
    all.set(frame, at)
    at += frame.length
  }
  return all
}

/** The next frame is not drawn before the last one was taken: a slow worker gathers no heap of them. */
function ask(worker: Worker, request: GifRequest): Promise<GifAnswer> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<GifAnswer>) => resolve(data)
    worker.onerror = ({ message }) => reject(new Error(`the GIF could not be written: ${message}`))
    const pixels = request.kind === 'begin' ? request.samples : request.kind === 'frame' ? request.rgba : undefined
    worker.postMessage(request, pixels === undefined ? [] : [pixels.buffer])
  })
}
