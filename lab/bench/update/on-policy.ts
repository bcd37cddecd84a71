// A pass of proximal policy optimisation over a rollout.

import { createPpo } from '../../../agents/ppo/ppo.ts'
import { ppoSettings } from '../../../agents/ppo/settings.ts'
import { randomStream } from '../../../sim/random.ts'
import { fillUniform, taskSizes, type UpdateCase } from './case.ts'

export interface PpoCase {
  /** Decisions of one update. */
  readonly batch: number
  readonly episodes: number
  readonly steps: number
}

/** One epoch: shuffling, and an update for each batch. Judging the rollout happens once, and is not timed. */
export function ppoEpoch(
  name: string,
  { batch, episodes, steps }: PpoCase,
  devices: UpdateCase['devices'],
): UpdateCase {
  return {
    name,
    devices,
    async prepare(executor) {
      const random = randomStream(0, 'bench')
      const settings = ppoSettings.parse({ batch })
      const learner = await createPpo({ sizes: taskSizes, settings, executor, random })
      const rollout = {
        episodes,
        steps,
        observations: new Float32Array(episodes * (steps + 1) * taskSizes.observation),
        actions: new Float32Array(episodes * steps * taskSizes.action),
        rewards: new Float32Array(episodes * steps),
      }
      for (const values of [rollout.observations, rollout.actions, rollout.rewards]) fillUniform(values, random)
      const programs = await learner.prepare(rollout)
      return { once: () => learner.epoch(programs), dispose: () => learner.dispose() }
    },
  }
}
