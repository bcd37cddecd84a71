// Plays one recording: a stage with its clock and cameras, what the recording says, and its terms as curves. The replay
// page and the document that leaves as a file are both made around it.

import type { Recording } from '../../../sim/recording.ts'
import type { ClipFrame } from '../../protocol/frames.ts'
import { fit, seek } from '../clock/clock.ts'
import { createPlayback, type Playback } from '../clock/playback.ts'
import { durationOf } from '../compare/sampling.ts'
import { element, setAttributes } from '../dom/element.ts'
import { performer } from '../keys/actions.ts'
import type { Action } from '../keys/table.ts'
import { toggleTheme } from '../panels/theme.ts'
import { createTransport } from '../panels/transport.ts'
import { examineHardware } from '../stage/hardware.ts'
import { firstQuality, watchQuality } from '../stage/quality.ts'
import { createSoloStage, type SoloStage } from '../stage/solo-stage.ts'
import { createFacts } from './facts.ts'
import { recordedClip } from './recorded-clip.ts'
import { createTermCurves } from './term-curves.ts'
import { createTheatre, type Scenery, type Theatre } from './theatre.ts'

export interface Player {
  /** Stage and clock. */
  readonly root: HTMLElement
  /** What the stage is drawn on: other things may be laid over it. */
  readonly pane: HTMLElement
  readonly facts: HTMLElement
  readonly terms: HTMLElement
  readonly playback: Playback
  readonly act: (action: Action) => void
  /** Undefined where the browser cannot draw in three dimensions. */
  readonly stage: SoloStage | undefined
  readonly theatre: Theatre | undefined
  readonly scenery: Scenery | undefined
  show(recording: Recording | undefined): void
  /** Lays over it what happens when it is simulated again. */
  showAgain(poses: Float32Array): void
  /** Stops the clock there. */
  stopAt(time: number): void
}

interface PlayerOptions {
  readonly toggleLegend: () => void
  readonly calm: () => boolean
}

export function createPlayer({ toggleLegend, calm }: PlayerOptions): Player {
  const canvas = element('canvas', { 'aria-hidden': 'true' })
  const surface = element('div', { class: 'surface' })
  const pane = element('section', { class: 'pane alone', 'aria-label': 'The clip' }, surface)
  const frame = element('div', { class: 'stage alone' }, canvas, pane)
  const act = performer({
    changeClock: (change) => playback.change(change),
    goTo(preset) {
      stage?.rig.goTo(preset)
      cameraChanged()
    },
    toggleLink: () => {},
    toggleTheme,
    toggleLegend,
  })
  const transport = createTransport({ act, changeClock: (change) => playback.change(change), linkable: false })
  const facts = createFacts()
  const terms = createTermCurves((time) => playback.change((clock) => seek({ ...clock, playing: false }, time)))
  const hardware = examineHardware()
  const quality = watchQuality(firstQuality(location.search, hardware))
  const stage =
    hardware === 'none' ? undefined : createSoloStage({ canvas, surface, quality, calm, onMove: cameraChanged })
  const theatre = stage && createTheatre(stage, ghostColour())
  if (stage === undefined) surface.textContent = 'This browser cannot draw in 3-D: WebGL is switched off or missing.'
  const playback = createPlayback({
    draw: (time, elapsed) => theatre?.draw(time, elapsed) ?? false,
    onRestart: () => {},
  })
  let recording: Recording | undefined
  let scenery: Scenery | undefined

  playback.clock.watch((clock) => {
    transport.showClock(clock)
    terms.showTime(clock.time)
  })
  new ResizeObserver(() => {
    stage?.resize()
    playback.redraw()
  }).observe(frame)
  cameraChanged()

  function cameraChanged(): void {
    transport.showCameras({ preset: stage?.rig.preset, linked: true })
    playback.redraw()
  }

  function put(clip: ClipFrame | undefined, again?: ClipFrame): void {
    scenery = clip && { clip, again }
    theatre?.show(scenery)
    playback.redraw()
  }

  return {
    root: element('div', { class: 'theatre' }, frame, transport.root),
    pane,
    facts: facts.root,
    terms: terms.root,
    playback,
    act,
    stage,
    theatre,
    get scenery() {
      return scenery
    },
    show(next) {
      recording = next
      const clip = next && recordedClip(next)
      put(clip)
      const duration = clip === undefined ? 0 : durationOf(clip)
      const interval = clip?.interval ?? 1
      playback.change((clock) => seek({ ...fit(clock, { duration, interval }), playing: !calm() && duration > 0 }, 0))
      transport.markSuccess({ left: undefined, right: clip }, duration)
      facts.show(next)
      terms.show(next)
      terms.showTime(playback.clock.now.time)
      setAttributes(pane, { 'data-playing': clip !== undefined })
    },
    showAgain(poses) {
      if (recording !== undefined) put(recordedClip(recording), recordedClip(recording, poses))
    },
    stopAt: (time) => playback.change((clock) => seek({ ...clock, playing: false }, time)),
  }
}

function ghostColour(): string {
  return getComputedStyle(document.documentElement).getPropertyValue('--trouble').trim() || '#b3392f'
}
