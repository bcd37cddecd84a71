// Installs `window.rapref`, through which tests compare the page with the server.

import { seek, shownTime } from '../clock/clock.ts'
import type { Playback } from '../clock/playback.ts'
import type { Side } from '../compare/choice.ts'
import type { Comparison } from '../compare/comparison.ts'
import type { Connection } from '../connection/connection.ts'
import type { Words } from '../connection/words.ts'
import { loadPolicy } from '../policy/policy.ts'
import type { Runs } from '../runs/runs.ts'
import type { Stage } from '../stage/stage.ts'
import type { PageHook, ShownClip } from './contract.ts'

declare global {
  interface Window {
    rapref?: PageHook
  }
}

interface Parts {
  readonly connection: Connection
  readonly runs: Runs
  readonly comparison: Comparison
  readonly playback: Playback
  readonly stage: Stage
  readonly words: () => Words
}

export function installHook({ connection, runs, comparison, playback, stage, words }: Parts): void {
  window.rapref = {
    time: () => shownTime(playback.clock.now),
    playing: () => playback.clock.now.playing,
    words: () => words().text,
    connection: () => connection.state.now.kind,
    clip: (side) => shownClip(comparison, side),
    poses: stage.posesOf,
    counts: stage.counts,
    offered: () => runs.right.offer.now?.clips.map((clip) => clip.id) ?? [],
    async actions(run, observations, count) {
      const policy = await loadPolicy(run)
      const actions = [...(await policy.act(Float32Array.from(observations), count))]
      await policy.dispose()
      return actions
    },
    seek(time) {
      playback.change((clock) => seek({ ...clock, playing: false }, time))
      return playback.drawn()
    },
    async pick(side, clip) {
      comparison.pick(side, { kind: 'clip', id: clip })
      await shownOnce(comparison, side, clip)
      await playback.drawn()
    },
  }
}

function shownClip(comparison: Comparison, side: Side): ShownClip | undefined {
  const frame = comparison.shown.now[side]
  if (frame === undefined) return undefined
  const { run, clip, frames, interval, scene } = frame
  return { run, id: clip.id, frames, interval, bodies: scene.bodies.map((body) => body.name) }
}

function shownOnce(comparison: Comparison, side: Side, clip: string): Promise<void> {
  return new Promise((resolve) => {
    let stop = () => {}
    stop = comparison.shown.watch((shown) => {
      if (shown[side]?.clip.id !== clip) return
      queueMicrotask(() => stop())
      resolve()
    })
  })
}
