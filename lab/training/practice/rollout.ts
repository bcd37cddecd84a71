// On-policy practice: all updates on the newest round, after it.

import type { RolloutLearner } from '../../../agents/contract.ts'
import type { ReplayBuffer } from '../../../agents/replay-buffer.ts'
import type { Practice } from './practice.ts'

export interface RolloutOptions {
  readonly learner: RolloutLearner
  /** Holds one round: as many episodes as there are worlds, in their order. */
  readonly buffer: ReplayBuffer
  /** Told of every round that was learned from. */
  readonly onUpdate: () => void
}

export function rolloutPractice({ learner, buffer, onUpdate }: RolloutOptions): Practice {
  const { capacity: episodes, episodeSteps: steps } = buffer.shape
  return {
    learner,
    buffer,
    async afterRound({ chosen }) {
      const { observations, rewards } = buffer
      await learner.learn({ episodes, steps, observations, actions: chosen, rewards })
      onUpdate()
    },
  }
}
