// What each action of the key table does.

import { type ClockState, pause, seek, shiftSpeed, shownTime, stepFrames, toggle } from '../clock/clock.ts'
import type { PresetId } from '../stage/presets.ts'
import type { Action } from './table.ts'

export interface Actors {
  readonly changeClock: (change: (clock: ClockState) => ClockState) => void
  readonly goTo: (preset: PresetId) => void
  readonly toggleLink: () => void
  readonly toggleTheme: () => void
  readonly toggleLegend: () => void
}

export function performer(actors: Actors): (action: Action) => void {
  const { changeClock, goTo } = actors
  const table: Readonly<Record<Action, () => void>> = {
    'toggle-play': () => changeClock(toggle),
    'step-back': () => changeClock((clock) => stepFrames(clock, -1)),
    'step-forward': () => changeClock((clock) => stepFrames(clock, 1)),
    'second-back': () => changeClock((clock) => seek(clock, shownTime(clock) - 1)),
    'second-forward': () => changeClock((clock) => seek(clock, clock.time + 1)),
    'to-start': () => changeClock((clock) => seek(clock, 0)),
    'to-end': () => changeClock((clock) => seek(pause(clock), clock.duration)),
    slower: () => changeClock((clock) => shiftSpeed(clock, -1)),
    faster: () => changeClock((clock) => shiftSpeed(clock, 1)),
    'toggle-loop': () => changeClock((clock) => ({ ...clock, loop: !clock.loop })),
    'camera-front': () => goTo('front'),
    'camera-side': () => goTo('side'),
    'camera-top': () => goTo('top'),
    'camera-wrist': () => goTo('wrist'),
    'toggle-link': actors.toggleLink,
    'toggle-theme': actors.toggleTheme,
    'toggle-legend': actors.toggleLegend,
  }
  return (action) => table[action]()
}
