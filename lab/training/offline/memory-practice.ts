// Practice on a memory that does not change: batches of it, whatever the learner wants of them.

import type { BatchLearner, DemonstrationBatch } from '../../../agents/contract.ts'
import type { ReplayBuffer, TransitionBatch } from '../../../agents/replay-buffer.ts'
import type { RandomStream } from '../../../sim/random.ts'
import type { Practice } from '../practice/practice.ts'

export interface MemoryOptions {
  readonly learner: BatchLearner<TransitionBatch> | BatchLearner<DemonstrationBatch>
  readonly buffer: ReplayBuffer
  readonly random: RandomStream
}

export function memoryPractice({ learner, buffer, random }: MemoryOptions): Practice {
  const { batch, batchSize } = learner
  // What a learner that clones does not read is written nowhere.
  const unread = {
    rewards: new Float32Array(batchSize),
    continues: new Float32Array(batchSize),
    nextObservations: new Float32Array(batchSize * buffer.shape.observationSize),
  }
  const filled: TransitionBatch = { ...unread, ...batch }
  return {
    learner,
    buffer,
    async practise(updates) {
      for (let done = 0; done < updates; done++) {
        buffer.sample(filled, batchSize, random)
        await learner.update()
      }
    },
  }
}
