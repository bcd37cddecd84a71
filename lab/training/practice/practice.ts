// How a learner is practised: what it remembers of the rounds, and when it is updated.

import type { Learner } from '../../../agents/contract.ts'
import type { ReplayBuffer, TransitionBatch } from '../../../agents/replay-buffer.ts'
import type { Round } from '../round.ts'

export interface Practice {
  readonly learner: Learner
  /** Episodes with the rewards that the learner sees; the newest replace the oldest. */
  readonly buffer: ReplayBuffer
  /** The updates that belong to one step of all worlds: a fixed number, whatever the machine's speed. */
  /** @param revalue rewards each batch anew before it is learned from */
  whileStepping?(revalue?: (batch: TransitionBatch) => Promise<void>): Promise<void>
  /** The updates that a round of the policy is followed by, once its rewards are in the buffer. */
  afterRound?(round: Round): Promise<void>
  /** Updates at once, where a memory allows them. */
  practise?(updates: number): Promise<void>
}
