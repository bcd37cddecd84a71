// Which two clips are on stage. Clips that follow training change places only between two rounds of the clock, and
// both sides at once, so that nobody is interrupted while looking.

import type { ClipFrame } from '../../protocol/frames.ts'
import { type Settable, type Value, value } from '../dom/value.ts'
import type { Library } from '../runs/library.ts'
import type { Offer } from '../runs/runs.ts'
import { type Choice, type Choices, choose, firstChoices, newestOfTwoRuns, type Side, sides } from './choice.ts'

export type Shown = Readonly<Record<Side, ClipFrame | undefined>>

export interface Comparison {
  readonly choices: Value<Choices>
  readonly shown: Value<Shown>
  /** Clips are loaded and wait for the next round. */
  readonly waiting: Value<boolean>
  /** A person picked: shown as soon as it is loaded. */
  pick(side: Side, choice: Choice): void
  /** A watched run, or what it offers, changed. */
  follow(side: Side, offer: Offer | undefined): void
  /** The clock starts another round. */
  nextRound(): void
}

const nothing: Shown = { left: undefined, right: undefined }

export function createComparison(library: Pick<Library, 'get'>, onProblem: (problem: string) => void): Comparison {
  const choices = value(firstChoices)
  const shown: Settable<Shown> = value(nothing)
  const waiting = value(false)
  const offers: Record<Side, Offer | undefined> = { left: undefined, right: undefined }
  let next: Shown = nothing
  /** A person waits for what was picked. */
  let urgent = false
  let attempt = 0

  function follow(side: Side, offer: Offer | undefined): void {
    if (offer?.run !== offers[side]?.run) {
      offers[side] = offer
      choices.set(offers.left?.run === offers.right?.run ? firstChoices : newestOfTwoRuns)
      stage({ ...shown.now, [side]: undefined })
    }
    offers[side] = offer
    void load()
  }

  async function load(): Promise<void> {
    const mine = ++attempt
    try {
      const loaded = await fetchBoth()
      if (mine === attempt) arrange(loaded)
    } catch (error) {
      if (mine === attempt) onProblem(error instanceof Error ? error.message : String(error))
    }
  }

  async function fetchBoth(): Promise<Shown> {
    const chosen = choose(choices.now, { left: offers.left?.clips ?? [], right: offers.right?.clips ?? [] })
    const fetchOne = (side: Side) => {
      const [offer, clip] = [offers[side], chosen[side]]
      return offer && clip && library.get(offer.run, clip.id)
    }
    const [left, right] = await Promise.all([fetchOne('left'), fetchOne('right')])
    return { left, right }
  }

  function arrange(loaded: Shown): void {
    next = loaded
    const fillsGap = sides.some((side) => shown.now[side] === undefined && loaded[side] !== undefined)
    if (urgent || fillsGap) stage(loaded)
    else waiting.set(differ(shown.now, loaded))
  }

  function stage(clips: Shown): void {
    next = clips
    urgent = false
    waiting.set(false)
    if (differ(shown.now, clips)) shown.set(clips)
  }

  return {
    choices,
    shown,
    waiting,
    follow,
    pick(side, choice) {
      choices.set({ ...choices.now, [side]: choice })
      urgent = true
      void load()
    },
    nextRound: () => stage(next),
  }
}

function differ(one: Shown, other: Shown): boolean {
  return sides.some((side) => one[side] !== other[side])
}
