// Imitation: the cart, as a steady hand brings it to rest, a little shaken.

import type { BatchLearner, DemonstrationBatch } from '../../../agents/contract.ts'
import { cartMiss, cartSizes, randomCart, skilledAction } from './cart.ts'
import type { StudyOptions, Toy } from './toy.ts'

const SHAKEN = 0.1

export const imitationToy: Toy<BatchLearner<DemonstrationBatch>> = {
  sizes: cartSizes,
  inputs: ['observations', 'actions'],
  async study(learner, { random, rounds, spoil }: StudyOptions) {
    const { batch, batchSize } = learner
    for (let round = 0; round < rounds; round++) {
      for (let row = 0; row < batchSize; row++) {
        const cart = randomCart(random)
        batch.observations.set([cart.position, cart.velocity], 2 * row)
        batch.actions[row] = Math.min(1, Math.max(-1, skilledAction(cart) + SHAKEN * random.normal()))
      }
      if (spoil) batch[spoil as keyof DemonstrationBatch][0] = Number.NaN
      await learner.update()
    }
  },
  miss: cartMiss,
}
