// Off-policy practice: updates on transitions drawn from all that is remembered, while the worlds step.

import type { BatchLearner } from '../../../agents/contract.ts'
import type { RecentRows, ReplayBuffer, TransitionBatch } from '../../../agents/replay-buffer.ts'
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
  /** How much of the next batch is drawn from the newest episodes; nothing in particular when absent. */
  readonly recent?: (() => RecentRows | undefined) | undefined
}

export function replayPractice({ learner, buffer, updatesPerStep, random, onUpdate, recent }: ReplayOptions): Practice {
  const update = async (revalue?: (batch: TransitionBatch) => Promise<void>) => {
    buffer.sample(learner.batch, learner.batchSize, random, recent?.())
    await revalue?.(learner.batch)
    await learner.update()
    onUpdate()
  }
  return {
    learner,
    buffer,
    async whileStepping(revalue) {
      for (let done = 0; done < updatesPerStep; done++) await update(revalue)
    },
    async practise(updates) {
      for (let done = 0; done < updates; done++) await update()
    },
  }
}
