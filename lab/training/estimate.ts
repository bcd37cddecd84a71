// How long a run may take, from a short timing probe: honest about cost before anything is spent.

import type { Config } from '../config/schema.ts'
import { heldRandomActor } from './actors.ts'
import { runRound } from './round.ts'
import { trainingSeed } from './seeds.ts'
import { makeLearner, makeWorlds, stepsOf, viewOf } from './set-up.ts'
import { createStreams } from './streams.ts'

export interface Estimate {
  /** Environment steps a second while learning. */
  readonly stepsPerSecond: number
  /** For the whole budget of steps, or the limit of minutes where that is shorter. */
  readonly secondsAtMost: number
}

/** Rounds are cut to so many decisions, and so many updates are timed. */
const PROBE = 10

/** Simulates and updates for about a second; learns nothing and writes nothing. */
export async function estimate(config: Config): Promise<Estimate> {
  const worlds = await makeWorlds(config, config.worlds)
  const { view, sizes } = viewOf(config, worlds)
  const streams = createStreams(config.seed)
  const learner = await makeLearner(config, sizes, streams)
  try {
    const steps = Math.min(PROBE, stepsOf(config))
    const seeds = Array.from({ length: worlds.count }, (_, world) => trainingSeed(config.seed, world))
    const actor = heldRandomActor(worlds, config.exploration.hold, streams.exploration)
    const round = () => runRound({ worlds, view, seeds, steps, actor })
    const update = async () => {
      for (let count = 0; count < PROBE; count++) await learner.update()
    }
    const perStep = (await timed(round)) / steps
    const perUpdate = (await timed(update)) / PROBE
    // Updates run while the worlds step; with the worlds in this thread they can only share it.
    const updates = perUpdate * config.learner.updatesPerStep
    const perDecision = config.workers > 0 ? Math.max(perStep, updates) : perStep + updates
    const stepsPerSecond = (worlds.count * config.actionRepeat) / perDecision
    return { stepsPerSecond, secondsAtMost: Math.min(config.steps / stepsPerSecond, config.minutes * 60) }
  } finally {
    await learner.dispose()
    await worlds.dispose()
  }
}

/** Seconds of the second of two runs: the first compiles and warms up. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  await work()
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}
