// Installs `window.raprefReplay`, through which tests compare the page with the recording.

import { shownTime } from '../clock/clock.ts'
import type { ReplayHook } from './hook-contract.ts'
import type { Player } from './player.ts'

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
