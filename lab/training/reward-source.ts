// Where the rewards that a learner learns from come from. Which one a run has is its method's choice.

import type { Evidence } from '../../rewards/contract.ts'
import { applyAffine, optimisticReward } from '../../rewards/relabel.ts'
import type { Preferences } from './preferences.ts'
import type { SeenEpisode } from './round.ts'
import { episodeRows } from './rows.ts'

export interface RewardSource {
  /** Rewards of an episode's decisions, [steps]; undefined while nobody can tell them yet. */
  of(episode: SeenEpisode, evidence: Evidence): Promise<Float32Array | undefined>
}

/** Meta-World's rewards lie between 0 and 10 a step; learners are tuned for rewards of about one. */
const TRUE_REWARD_SCALE = 0.1

/** The task's own reward: what a method without preferences learns from, and what the others are compared with. */
export const trueReward: RewardSource = {
  of: async (_, { rewards }) => rewards.map((reward) => TRUE_REWARD_SCALE * reward),
}

/** The reward model's view, on the scale of the last relabelling. The evidence is not looked at. */
export function learnedReward(preferences: Preferences, { bonus }: { readonly bonus: number }): RewardSource {
  return {
    async of(episode) {
      const { affine, reward, rowSizes } = preferences
      if (!affine) return undefined
      const rows = episodeRows(episode, rowSizes)
      const rewards = optimisticReward(await reward.estimate(rows, rows.length / reward.inputSize), bonus)
      applyAffine(rewards, affine)
      return rewards
    },
  }
}
