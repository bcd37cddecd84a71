// On-policy: the cart, driven by the learner itself.

import type { Rollout, RolloutLearner } from '../../../agents/contract.ts'
import type { RandomStream } from '../../../sim/random.ts'
import { type CartEpisode, cartMiss, cartSizes, driveCart, randomCart } from './cart.ts'
import type { StudyOptions, Toy } from './toy.ts'

const EPISODES = 16
const STEPS = 16

export const onPolicyToy: Toy<RolloutLearner> = {
  sizes: cartSizes,
  inputs: ['observations', 'actions', 'rewards'],
  async study(learner, { random, rounds, spoil }: StudyOptions) {
    for (let round = 0; round < rounds; round++) {
      const rollout = await driveCarts(learner, random)
      if (spoil) (rollout[spoil as keyof Rollout] as Float32Array)[0] = Number.NaN
      await learner.learn(rollout)
    }
  },
  miss: cartMiss,
}

async function driveCarts(learner: RolloutLearner, random: RandomStream): Promise<Rollout> {
  const driven: CartEpisode[] = []
  for (let episode = 0; episode < EPISODES; episode++) {
    driven.push(
      await driveCart(randomCart(random), STEPS, async ({ position, velocity }) => {
        const [action] = await learner.act(Float32Array.of(position, velocity), 1, 'explore')
        return action!
      }),
    )
  }
  const join = (part: 'observations' | 'actions' | 'rewards') =>
    Float32Array.from(driven.flatMap((episode) => [...episode[part]]))
  return {
    episodes: EPISODES,
    steps: STEPS,
    observations: join('observations'),
    actions: join('actions'),
    rewards: join('rewards'),
  }
}
