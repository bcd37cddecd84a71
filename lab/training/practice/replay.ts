// Off-policy practice: updates on transitions drawn from all that is remembered, while the worlds step.

import type { BatchLearner } from '../../../agents/contract.ts'
import type { ReplayBuffer, TransitionBatch } from '../../../agents/replay-buffer.ts'
import type { RandomStream } from '../../../sim/random.ts'
import type { Practice } from './practice.ts'

export interface ReplayOptions {
  readonly learner: BatchLearner<TransitionBatch>
  readonly buffer: ReplayBuffer
  /** For each step of all worlds together. */
  readonly updatesPerStep: number
  readonly random: RandomStream
  /** Told of every update. */
  readonly onUpdate: () => void
}

export function replayPractice({ learner, buffer, updatesPerStep, random, onUpdate }: ReplayOptions): Practice {
  return {
    learner,
    buffer,
    async whileStepping() {
      for (let update = 0; update < updatesPerStep; update++) {
        buffer.sample(learner.batch, learner.batchSize, random)
        await learner.update()
        onUpdate()
      }
    },
  }
}
