// Runs the clock in the browser's frames and has each moment drawn.

import { type Value, value } from '../dom/value.ts'
import { advance, type ClockState, restingClock, shownTime } from './clock.ts'
import { createLoop } from './loop.ts'

export interface Playback {
  readonly clock: Value<ClockState>
  change(change: (clock: ClockState) => ClockState): void
  redraw(): void
  /** Draws at once, for whoever cannot wait for the browser's next frame. */
  drawNow(): void
  /** Resolves after the next drawing. */
  drawn(): Promise<void>
}

interface PlaybackOptions {
  /** @returns whether something still moves by itself. */
  readonly draw: (time: number, elapsed: number) => boolean
  /** The loop began anew. */
  readonly onRestart: () => void
}

/** Longest time that one frame may stand for: after a hidden tab or a long task the clips go on, they do not jump. */
const longestFrame = 0.1

export function createPlayback({ draw, onRestart }: PlaybackOptions): Playback {
  const clock = value(restingClock)
  const loop = createLoop({ draw: drawFrame, requestFrame: (frame) => requestAnimationFrame(frame) })

  function drawFrame(elapsed: number): boolean {
    const { clock: next, restarted } = advance(clock.now, Math.min(elapsed, longestFrame))
    if (restarted) {
      clock.set(next)
      onRestart()
    }
    // The stage first, which asks where its panes lie: the page would have to be laid out anew once others have written.
    const moving = draw(shownTime(restarted ? clock.now : next), elapsed)
    if (!restarted) clock.set(next)
    return moving || clock.now.playing
  }

  return {
    clock,
    change(change) {
      clock.set(change(clock.now))
      loop.wake()
    },
    redraw: loop.wake,
    drawNow: () => void draw(shownTime(clock.now), 0),
    drawn: loop.drawn,
  }
}
