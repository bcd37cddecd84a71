// Installs `window.raprefLabel`, through which tests see what the page knows.

import { seek, shownTime } from '../clock/clock.ts'
import type { Playback } from '../clock/playback.ts'
import type { Words } from '../connection/words.ts'
import type { Stage } from '../stage/stage.ts'
import type { LabelHook } from './hook-contract.ts'
import type { Place } from './places.ts'
import type { Session } from './session.ts'
import type { Showing } from './showing.ts'

declare global {
  interface Window {
    raprefLabel?: LabelHook
  }
}

interface Parts {
  readonly session: Session
  readonly showing: Showing
  readonly playback: Playback
  readonly stage: Stage<Place>
  readonly words: () => Words
}

export function installLabelHook({ session, showing, playback, stage, words }: Parts): void {
  window.raprefLabel = {
    words: () => words().text,
    question: () => showing.now?.question,
    ready: () => session.queue.next.now.filter(({ clips }) => clips.every(stage.isReady)).length,
    answers: () => ({ waiting: session.waiting.now.length, saved: session.saved.now }),
    time: () => shownTime(playback.clock.now),
    playing: () => playback.clock.now.playing,
    poses: stage.posesOf,
    counts: stage.counts,
    draw: playback.drawNow,
    seek(time) {
      playback.change((clock) => seek({ ...clock, playing: false }, time))
      return playback.drawn()
    },
  }
}
