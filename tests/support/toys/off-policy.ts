// Off-policy: the cart, learned from random pushes that never got it anywhere.

import type { BatchLearner } from '../../../agents/contract.ts'
import { ReplayBuffer, type TransitionBatch } from '../../../agents/replay-buffer.ts'
import { type RandomStream, randomStream } from '../../../sim/random.ts'
import { type Cart, cartMiss, cartSizes, driveCart, randomCart } from './cart.ts'
import type { StudyOptions, Toy } from './toy.ts'

const EPISODES = 400
const STEPS = 10

/** Episodes of a behaviour, from random starts. */
export async function cartBuffer(behave: (cart: Cart, random: RandomStream) => number): Promise<ReplayBuffer> {
  const random = randomStream(3, 'data of the cart')
  const buffer = new ReplayBuffer({
    observationSize: cartSizes.observation,
    actionSize: cartSizes.action,
    episodeSteps: STEPS,
    capacity: EPISODES,
  })
  for (let episode = 0; episode < EPISODES; episode++) {
    const driven = await driveCart(randomCart(random), STEPS, (cart) => behave(cart, random))
    buffer.rewards.set(driven.rewards, buffer.add(driven) * STEPS)
  }
  return buffer
}

/** A toy that is learned from transitions of one behaviour. */
export function cartToy(behave: (cart: Cart, random: RandomStream) => number): Toy<BatchLearner<TransitionBatch>> {
  const data = cartBuffer(behave)
  return {
    sizes: cartSizes,
    inputs: ['observations', 'actions', 'rewards', 'nextObservations'],
    async study(learner, { random, rounds, spoil }: StudyOptions) {
      const buffer = await data
      for (let round = 0; round < rounds; round++) {
        buffer.sample(learner.batch, learner.batchSize, random)
        if (spoil) learner.batch[spoil as keyof TransitionBatch][0] = Number.NaN
        await learner.update()
      }
    },
    miss: cartMiss,
  }
}

export const offPolicyToy = cartToy((_, random) => random.uniform(-1, 1))
