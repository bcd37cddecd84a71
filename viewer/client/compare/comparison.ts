// Which two clips are on stage. Clips that follow training change places only between two rounds of the clock, and
// both sides at once, so that nobody is interrupted while looking.

import type { ClipFrame } from '../../protocol/frames.ts'
import { type Settable, type Value, value } from '../dom/value.ts'
import type { Library } from '../runs/library.ts'
import type { WatchedRun } from '../runs/runs.ts'
import { type Choice, type Choices, type Chosen, choose, firstChoices, type Side, sides } from './choice.ts'

export type Shown = Readonly<Record<Side, ClipFrame | undefined>>

export interface Comparison {
  readonly choices: Value<Choices>
  readonly shown: Value<Shown>
  /** Clips are loaded and wait for the next round. */
  readonly waiting: Value<boolean>
  /** A person picked: shown as soon as it is loaded. */
  pick(side: Side, choice: Choice): void
  /** The watched run, or its clips, changed. */
  follow(run: WatchedRun | undefined): void
  /** The clock starts another round. */
  nextRound(): void
}

const nothing: Shown = { left: undefined, right: undefined }

export function createComparison(library: Library, onProblem: (problem: string) => void): Comparison {
  const choices = value(firstChoices)
  const shown: Settable<Shown> = value(nothing)
  const waiting = value(false)
  let run: WatchedRun | undefined
  let next: Shown = nothing
  let attempt = 0

  function follow(watched: WatchedRun | undefined): void {
    if (watched?.id !== run?.id) {
      choices.set(firstChoices)
      stage(nothing)
    }
    run = watched
    void load('when-due')
  }

  async function load(when: 'at-once' | 'when-due'): Promise<void> {
    const mine = ++attempt
    const chosen = choose(choices.now, run?.clips ?? [])
    try {
      const loaded = await fetchBoth(chosen)
      if (mine === attempt) arrange(loaded, when)
    } catch (error) {
      if (mine === attempt) onProblem(error instanceof Error ? error.message : String(error))
    }
  }

  async function fetchBoth(chosen: Chosen): Promise<Shown> {
    const id = run?.id ?? ''
    const fetchOne = (side: Side) => chosen[side] && library.get(id, chosen[side].id)
    const [left, right] = await Promise.all([fetchOne('left'), fetchOne('right')])
    return { left, right }
  }

  function arrange(loaded: Shown, when: 'at-once' | 'when-due'): void {
    next = loaded
    const fillsGap = sides.some((side) => shown.now[side] === undefined && loaded[side] !== undefined)
    if (when === 'at-once' || fillsGap) stage(loaded)
    else waiting.set(sides.some((side) => shown.now[side] !== loaded[side]))
  }

  function stage(clips: Shown): void {
    next = clips
    waiting.set(false)
    if (sides.some((side) => shown.now[side] !== clips[side])) shown.set(clips)
  }

  return {
    choices,
    shown,
    waiting,
    follow,
    pick(side, choice) {
      choices.set({ ...choices.now, [side]: choice })
      void load('at-once')
    },
    nextRound: () => stage(next),
  }
}
