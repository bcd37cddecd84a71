// What is on stage: the question that is asked, or, while a person looks back, one that was answered.

import { fit } from '../clock/clock.ts'
import type { Playback } from '../clock/playback.ts'
import { durationOf } from '../compare/sampling.ts'
import type { Ghosts } from '../stage/ghost.ts'
import type { Stage } from '../stage/stage.ts'
import { ranksOf } from './order.ts'
import type { LabelPage } from './page.ts'
import { modeOf, type Place, places } from './places.ts'
import type { Ready } from './queue.ts'
import { chosenClip } from './ranking-board.ts'

export interface Showing {
  /** Puts a question on stage from its start, and draws it before returning. */
  show(ready: Ready | undefined): void
  /** Makes the clips of these ready to be shown at once. */
  prepare(next: readonly Ready[]): void
  setGhost(on: boolean): void
  /** The order of a ranking changed. */
  showOrder(): void
  readonly now: Ready | undefined
}

interface ShowingOptions {
  readonly page: LabelPage
  readonly stage: Stage<Place>
  readonly playback: Playback
  /** Whether the person asked for little motion. */
  readonly calm: () => boolean
}

const firstMark = 'first question'

/** For whoever measures: when the page had something to look at. */
function markFirst(): void {
  if (performance.getEntriesByName(firstMark).length === 0) performance.mark(firstMark)
}

export function createShowing({ page, stage, playback, calm }: ShowingOptions): Showing {
  let now: Ready | undefined
  let ghost = false

  function show(ready: Ready | undefined): void {
    if (ready === now) return
    const rearrange = ready?.clips.length !== now?.clips.length
    now = ready
    page.stage.dataset.clips = String(ready?.clips.length ?? 2)
    showPanes()
    for (const [i, place] of places.entries()) stage.show(place, ready?.clips[i])
    if (rearrange) stage.resize()
    stage.setGhosts(ghostsNow())
    const clips = ready?.clips ?? []
    const duration = Math.max(0, ...clips.map(durationOf))
    const interval = Math.min(1, ...clips.map((clip) => clip.interval))
    playback.change((clock) => fit({ ...clock, time: 0, playing: !calm() }, { duration, interval }))
    playback.drawNow()
    if (ready !== undefined) markFirst()
  }

  function showPanes(): void {
    const mode = now === undefined ? undefined : modeOf(now.question)
    const order = page.answers.ranking.order.now
    const ranking = mode === 'ranking' && order.clips.length === now?.clips.length
    const ranks = ranking ? ranksOf(order) : []
    for (const [i, place] of places.entries()) {
      const there = i < (now?.clips.length ?? 2)
      const rank = ranks[i]
      page.panes[place].show(there ? (mode ?? 'pair') : undefined, {
        ...(rank === undefined ? {} : { rank }),
        chosen: ranking && chosenClip(order) === i,
      })
    }
  }

  /** In a pair each over the other; in a ranking the chosen one over the rest. */
  function ghostsNow(): Ghosts<Place> {
    if (!ghost || now === undefined) return {}
    if (modeOf(now.question) === 'pair') return { a: 'b', b: 'a' }
    const chosen = places[chosenClip(page.answers.ranking.order.now)]
    return Object.fromEntries(places.filter((place) => place !== chosen).map((place) => [place, chosen]))
  }

  page.stage.dataset.clips = '2'
  showPanes()
  return {
    get now() {
      return now
    },
    show,
    prepare: (next) => stage.prepare(next.flatMap(({ clips }) => clips)),
    setGhost(on) {
      ghost = on
      stage.setGhosts(ghostsNow())
    },
    showOrder() {
      showPanes()
      stage.setGhosts(ghostsNow())
    },
  }
}
