// On-policy: the cart, driven by the learner itself.

import type { Rollout, RolloutLearner } from '../../../agents/contract.ts'
import type { RandomStream } from '../../../sim/random.ts'
import { cartMiss, cartReward, cartSizes, moveCart, randomCart } from './cart.ts'
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

/** All carts move together, so that the learner acts once for all of them. */
async function driveCarts(learner: RolloutLearner, random: RandomStream): Promise<Rollout> {
  const observations = new Float32Array(EPISODES * (STEPS + 1) * 2)
  const actions = new Float32Array(EPISODES * STEPS)
  const rewards = new Float32Array(EPISODES * STEPS)
  let carts = Array.from({ length: EPISODES }, () => randomCart(random))
  for (let step = 0; step <= STEPS; step++) {
    const seen = carts.map(({ position, velocity }) => [position, velocity])
    seen.forEach((numbers, episode) => {
      observations.set(numbers, 2 * (episode * (STEPS + 1) + step))
    })
    if (step === STEPS) break
    const chosen = await learner.act(Float32Array.from(seen.flat()), EPISODES, 'explore')
    carts = carts.map((cart, episode) => moveCart(cart, chosen[episode]!))
    carts.forEach((cart, episode) => {
      actions[episode * STEPS + step] = chosen[episode]!
      rewards[episode * STEPS + step] = cartReward(cart)
    })
  }
  return { episodes: EPISODES, steps: STEPS, observations, actions, rewards }
}
