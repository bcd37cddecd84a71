// What the page tells tests about itself, as `window.rapref`. Types only: Node's tests import this file too.

import type { Side } from '../compare/choice.ts'

export interface PageHook {
  /** Seconds on the clock, as shown. */
  time(): number
  playing(): boolean
  /** What the page says that it is doing. */
  words(): string
  connection(): 'connecting' | 'open' | 'lost' | 'outdated'
  clip(side: Side): ShownClip | undefined
  /** Poses of the drawn bodies, [bodies][7], as they were last drawn. */
  poses(side: Side): number[][]
  /** What lies in the graphics memory. */
  counts(): { readonly geometries: number; readonly textures: number; readonly programs: number }
  /** Stops the clock there; resolves once it is drawn. */
  seek(time: number): Promise<void>
  /** Resolves once the clip is on stage and drawn. */
  pick(side: Side, clip: string): Promise<void>
  /** What a run's policy does, computed in the page. @param observations [count, observation] */
  actions(run: string, observations: readonly number[], count: number): Promise<number[]>
  /** Clips that the watched run offers, oldest first. */
  offered(): readonly string[]
}

export interface ShownClip {
  readonly run: string
  readonly id: string
  readonly frames: number
  readonly interval: number
  readonly bodies: readonly string[]
}
