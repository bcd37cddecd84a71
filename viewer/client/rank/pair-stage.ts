// The two clips of a pair side by side on one clock. Loaded when the first pair is chosen: three.js is large.

import type { ClipFrame } from '../../protocol/frames.ts'
import { fit } from '../clock/clock.ts'
import { createPlayback } from '../clock/playback.ts'
import { type Side, sides } from '../compare/choice.ts'
import { durationOf } from '../compare/sampling.ts'
import { examineHardware } from '../stage/hardware.ts'
import { firstQuality, watchQuality } from '../stage/quality.ts'
import { createStage } from '../stage/stage.ts'

export interface PairStage {
  show(clips: Readonly<Record<Side, ClipFrame>>): void
  togglePlay(): void
}

interface PairStageOptions {
  readonly canvas: HTMLCanvasElement
  readonly panes: Readonly<Record<Side, HTMLElement>>
  readonly calm: () => boolean
}

/** @returns undefined where the browser cannot draw in three dimensions */
export function createPairStage({ canvas, panes, calm }: PairStageOptions): PairStage | undefined {
  const hardware = examineHardware()
  if (hardware === 'none') return undefined
  const quality = watchQuality(firstQuality(location.search, hardware))
  const stage = createStage<Side>({ canvas, panes, quality, calm, onChange: () => playback.redraw() })
  const playback = createPlayback({ draw: stage.draw, onRestart: () => {} })
  new ResizeObserver(() => {
    stage.resize()
    playback.redraw()
  }).observe(panes.left)

  return {
    show(clips) {
      for (const side of sides) stage.show(side, clips[side])
      const duration = Math.max(...sides.map((side) => durationOf(clips[side])))
      const interval = Math.min(...sides.map((side) => clips[side].interval))
      playback.change((clock) => ({ ...fit(clock, { duration, interval }), time: 0, playing: !calm() }))
    },
    togglePlay: () => playback.change((clock) => ({ ...clock, playing: !clock.playing })),
  }
}
