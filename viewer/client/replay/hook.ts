// What the replay page tells tests about itself, as `window.raprefReplay`.

import { shownTime } from '../clock/clock.ts'
import type { Player } from './player.ts'

export interface ReplayHook {
  /** Seconds on the clock, as shown. */
  time(): number
  duration(): number
  /** Poses of the drawn bodies, [bodies][7], as they were last drawn. */
  poses(): number[][]
  /** Whether what was simulated again lies over the recording. */
  ghost(): boolean
  /** Stops the clock there; resolves once it is drawn. */
  seek(time: number): Promise<void>
  /** What lies in the graphics memory. */
  counts(): { readonly geometries: number; readonly textures: number; readonly programs: number }
}

declare global {
  interface Window {
    raprefReplay?: ReplayHook
  }
}

export function installReplayHook(player: Player): void {
  const { playback, theatre, stage } = player
  window.raprefReplay = {
    time: () => shownTime(playback.clock.now),
    duration: () => playback.clock.now.duration,
    poses: () => theatre?.poses() ?? [],
    ghost: () => player.scenery?.again !== undefined,
    seek(time) {
      player.stopAt(time)
      return playback.drawn()
    },
    counts: () => stage?.counts() ?? { geometries: 0, textures: 0, programs: 0 },
  }
}
