// On-policy practice: all updates on the newest round, after it.

import type { RolloutLearner } from '../../../agents/contract.ts'
import type { ReplayBuffer } from '../../../agents/replay-buffer.ts'
import type { OnUpdate, Practice } from './practice.ts'

export interface RolloutOptions {
  readonly learner: RolloutLearner
  /** Holds one round: as many episodes as there are worlds, in their order. */
  readonly buffer: ReplayBuffer
  readonly onUpdate: OnUpdate
}

export function rolloutPractice({ learner, buffer, onUpdate }: RolloutOptions): Practice {
  const { capacity: episodes, episodeSteps: steps } = buffer.shape
  return {
    learner,
    buffer,
    async afterRound({ chosen }) {
      const { observations, rewards } = buffer
      onUpdate(await learner.learn({ episodes, steps, observations, actions: chosen, rewards }))
    },
  }
}
