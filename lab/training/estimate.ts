// How long a run may take, from a short timing probe: honest about cost before anything is spent.

import type { Config } from '../config/schema.ts'
import { heldRandomActor } from './actors.ts'
import { makePractice } from './practice/make.ts'
import { type Round, runRound } from './round.ts'
import { trainingSeed } from './seeds.ts'
import { createStreams } from './streams.ts'
import { makeWorlds, stepsOf, viewOf } from './worlds.ts'

export interface Estimate {
  /** Environment steps a second while learning. */
  readonly stepsPerSecond: number
  /** For the whole budget of steps, or the limit of minutes where that is shorter. */
  readonly secondsAtMost: number
}

/** Simulates three rounds and learns from two of them, with a learner that is then thrown away; writes nothing. */
export async function estimate(config: Config): Promise<Estimate> {
  const worlds = await makeWorlds(config, config.worlds)
  const { view, sizes } = viewOf(config, worlds)
  const streams = createStreams(config.seed)
  const practice = await makePractice(config, { sizes, streams, onUpdate: () => {} })
  try {
    const steps = stepsOf(config)
    const seeds = Array.from({ length: worlds.count }, (_, world) => trainingSeed(config.seed, world))
    const actor = heldRandomActor(worlds, config.exploration.hold, streams.exploration)
    const remember = ({ seen }: Round) => seen.forEach((episode) => void practice.buffer.add(episode))
    remember(await runRound({ worlds, view, seeds, steps, actor }))
    const seconds = await timed(async () => {
      const round = await runRound({ worlds, view, seeds, steps, actor, meanwhile: practice.whileStepping })
      remember(round)
      await practice.afterRound?.(round)
    })
    const stepsPerSecond = (worlds.count * steps * config.actionRepeat) / seconds
    return { stepsPerSecond, secondsAtMost: Math.min(config.steps / stepsPerSecond, config.minutes * 60) }
  } finally {
    await practice.learner.dispose()
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
