// Draws single moments of a clip into a canvas of any size, seen as a person sees it now. The owner disposes of it.

import { Color } from 'three'
import { createTheatre, type Scenery } from '../replay/theatre.ts'
import type { CameraRig } from '../stage/camera-rig.ts'
import { type Quality, qualities } from '../stage/quality.ts'
import { createSoloStage } from '../stage/solo-stage.ts'
import type { FilmSettings } from './film.ts'

export interface Capture {
  readonly canvas: HTMLCanvasElement
  /** Draws the clip at `time`; the canvas keeps it until the browser draws again. */
  draw(time: number): void
  /** What was just drawn: red, green, blue, opacity, [height, width, 4]. */
  pixels(): Uint8ClampedArray<ArrayBuffer>
  dispose(): void
}

export interface CaptureOptions {
  readonly scenery: Scenery
  readonly settings: FilmSettings
  /** The camera to look through. */
  readonly camera: CameraRig
  readonly quality: Quality
  /** Colours, as CSS writes them. */
  readonly background: string
  readonly ghost: string
}

export function openCapture({ scenery, settings, camera, quality, background, ghost }: CaptureOptions): Capture {
  const { width, height } = settings
  const canvas = document.createElement('canvas')
  const stage = createSoloStage({
    canvas,
    surface: document.createElement('div'),
    // However long a frame takes, all are drawn alike.
    quality: { now: quality in qualities ? quality : 'plain', frame: () => false },
    calm: () => true,
    onMove: () => {},
  })
  stage.room.background = new Color(background)
  stage.resize({ width, height })
  stage.rig.copy(camera)
  const theatre = createTheatre(stage, ghost)
  theatre.show(scenery)
  const flat = Object.assign(document.createElement('canvas'), { width, height })
  const reader = flat.getContext('2d', { willReadFrequently: true })!
  return {
    canvas,
    draw: (time) => void theatre.draw(time, 0),
    pixels() {
      reader.drawImage(canvas, 0, 0)
      return reader.getImageData(0, 0, width, height).data
    },
    dispose() {
      theatre.dispose()
      stage.dispose()
    },
  }
}
