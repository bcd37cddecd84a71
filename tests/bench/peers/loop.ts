// One control step of `push` and one update of soft actor-critic, again and again, as loop.py has it.

import { ReplayBuffer } from '../../../agents/replay-buffer.ts'
import { sac } from '../../../agents/sac/sac.ts'
import { type SacSettings, sacSettings } from '../../../agents/sac/settings.ts'
import { makeEnv } from '../../../envs/registry.ts'
import type { UpdateCase } from '../../../lab/bench/update/case.ts'
import { randomStream } from '../../../sim/random.ts'

const horizon = 500
/** Control steps before the first update: two episodes. */
const warmUp = 2 * horizon

export function loopCase(name: string, sizes: Pick<SacSettings, 'width' | 'batch' | 'depth'>): UpdateCase {
  return {
    name,
    devices: ['cpu'],
    async prepare(executor) {
      const random = randomStream(0, 'loop')
      const env = await makeEnv('push', { horizon })
      const [observation, action] = [env.observationSpace.shape[0]!, env.actionSpace.shape[0]!]
      const learner = await sac.create({
        sizes: { observation, action },
        settings: sacSettings.parse(sizes),
        executor,
        random,
      })
      const buffer = new ReplayBuffer({
        observationSize: observation,
        actionSize: action,
        episodeSteps: horizon,
        capacity: 200,
      })
      const episode = {
        observations: new Float32Array((horizon + 1) * observation),
        actions: new Float32Array(horizon * action),
        rewards: new Float32Array(horizon),
      }
      let [steps, now] = [0, env.reset({ seed: 0 })]
      episode.observations.set(now.observation)

      const step = (chosen: Float32Array) => {
        const at = steps % horizon
        episode.actions.set(chosen, at * action)
        now = env.step(chosen)
        episode.rewards[at] = now.reward
        episode.observations.set(now.observation, (at + 1) * observation)
        steps++
        if (steps % horizon !== 0) return
        buffer.rewards.set(episode.rewards, buffer.add(episode) * horizon)
        now = env.reset({ seed: steps })
        episode.observations.set(now.observation)
      }
      const drawn = new Float32Array(action)
      while (steps < warmUp) step(drawn.map(() => random.uniform(-1, 1)))
      return {
        async once() {
          step(await learner.act(now.observation, 1, 'explore'))
          buffer.sample(learner.batch, learner.batchSize, random)
          await learner.update()
        },
        async dispose() {
          env.dispose()
          await learner.dispose()
        },
      }
    },
  }
}
