// Makes the file that a clip leaves as. Each kind's encoder is fetched when it is first used.

import type { Recording } from '../../../sim/recording.ts'
import { durationOf } from '../compare/sampling.ts'
import { count } from '../dom/format.ts'
import type { Quality } from '../stage/quality.ts'
import type { SoloStage } from '../stage/solo-stage.ts'
import type { Capture } from '../video/capture.ts'
import { CodecMissingError } from '../video/codecs.ts'
import { download, fileName } from '../video/download.ts'
import { type Film, type FilmSettings, filmOf } from '../video/film.ts'
import type { Progress } from '../video/video-file.ts'
import type { ExportFormat } from './export-formats.ts'
import type { ExportState } from './export-panel.ts'
import type { Scenery } from './theatre.ts'

export interface ExportJob {
  readonly format: ExportFormat
  readonly settings: FilmSettings
  readonly recording: Recording
  readonly scenery: Scenery
  readonly stage: SoloStage
  readonly quality: Quality
  readonly signal: AbortSignal
}

export async function exportClip(job: ExportJob, tell: (state: ExportState) => void): Promise<void> {
  const { format, recording, scenery, settings, signal } = job
  const film = filmOf(settings, durationOf(scenery.clip))
  const of = film.times.length
  const onFrame = (frame: number) => tell({ kind: 'working', done: frame + 1, of })
  tell({ kind: 'working', done: 0, of })
  try {
    const blob = format === 'html' ? await makeDocument(recording) : await makeFilm(job, film, { onFrame, signal })
    const name = `${fileName(recording.task, recording.policy, recording.seed)}.${format}`
    download(blob, name)
    const frames = format === 'html' ? '' : `, ${count(of)} frames`
    tell({ kind: 'done', said: `${name}: ${count(Math.ceil(blob.size / 1000))} kB${frames}` })
  } catch (error) {
    if (signal.aborted) tell({ kind: 'done', said: 'Stopped.' })
    else tell(failure(error))
  }
}

async function makeDocument(recording: Recording): Promise<Blob> {
  const { documentFile } = await import('../video/document-file.ts')
  return documentFile(recording)
}

async function makeFilm(job: ExportJob, film: Film, progress: Progress): Promise<Blob> {
  const { openCapture } = await import('../video/capture.ts')
  const { scenery, settings, stage, quality, format } = job
  const look = getComputedStyle(document.documentElement)
  const colour = (name: string) => look.getPropertyValue(name).trim()
  const colours = { background: colour('--stage-edge'), ghost: colour('--trouble') }
  const capture: Capture = openCapture({ scenery, settings, camera: stage.rig, quality, ...colours })
  try {
    if (format === 'gif') {
      const { gifFile } = await import('../video/gif-file.ts')
      return await gifFile({ capture, film }, progress)
    }
    const { videoFile } = await import('../video/video-file.ts')
    return await videoFile(format === 'webm' ? 'webm' : 'mp4', { capture, film }, progress)
  } finally {
    capture.dispose()
  }
}

function failure(error: unknown): ExportState {
  const said = error instanceof Error ? error.message : String(error)
  return error instanceof CodecMissingError ? { kind: 'failed', said, offer: error.offer } : { kind: 'failed', said }
}
