// One clip, played again and again in a small room. Loaded when the first run is chosen: three.js is large.

import { Vector3 } from 'three'
import type { ClipFrame } from '../../protocol/frames.ts'
import { fit } from '../clock/clock.ts'
import { createPlayback } from '../clock/playback.ts'
import { durationOf } from '../compare/sampling.ts'
import { type Cast, createCast } from '../stage/cast.ts'
import { examineHardware } from '../stage/hardware.ts'
import { firstQuality, watchQuality } from '../stage/quality.ts'
import { createSoloStage } from '../stage/solo-stage.ts'

export interface Preview {
  show(clip: ClipFrame | undefined): void
  readonly shown: ClipFrame | undefined
}

interface PreviewOptions {
  readonly canvas: HTMLCanvasElement
  readonly surface: HTMLElement
  readonly calm: () => boolean
}

/** @returns undefined where the browser cannot draw in three dimensions */
export function createPreview({ canvas, surface, calm }: PreviewOptions): Preview | undefined {
  const hardware = examineHardware()
  if (hardware === 'none') return undefined
  const quality = watchQuality(firstQuality(location.search, hardware))
  const stage = createSoloStage({ canvas, surface, quality, calm, onMove: () => playback.redraw() })
  const playback = createPlayback({ draw, onRestart: () => {} })
  const noHand = new Vector3()
  let cast: Cast | undefined
  new ResizeObserver(() => {
    stage.resize()
    playback.redraw()
  }).observe(surface)

  function draw(time: number, elapsed: number): boolean {
    cast?.pose(time)
    return stage.draw(elapsed, cast?.hand() ?? noHand)
  }

  return {
    show(clip) {
      const before = cast
      cast = clip && createCast(clip, stage.workshop)
      if (cast !== undefined) {
        stage.room.add(cast.figure.root)
        cast.figure.show('all')
      }
      before?.figure.dispose()
      const length = { duration: clip ? durationOf(clip) : 0, interval: clip?.interval ?? 1 }
      playback.change((clock) => ({ ...fit(clock, length), time: 0, playing: clip !== undefined && !calm() }))
    },
    get shown() {
      return cast?.clip
    },
  }
}
