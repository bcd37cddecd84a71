// Where the rewards that a learner learns from come from. Which one a run has is its method's choice.

import { type Factor, factorSteps } from '../../rewards/factors/factor.ts'
import { applyAffine, optimisticReward } from '../../rewards/relabel.ts'
import type { Behaviour } from './behaviour.ts'
import { archive, type Preferences } from './preferences.ts'
import type { ArchivedRound } from './round.ts'

export interface RewardSource {
  /**
   * Takes a round in.
   * @returns rewards of each world's decisions, [steps]; undefined where nobody can tell them yet, or nobody asks
   */
  of(round: ArchivedRound, behaviour: Behaviour): Promise<readonly Float32Array[] | undefined>
  /** Takes a round of a resumed run in, whose rewards are known. */
  recall(round: ArchivedRound, behaviour: Behaviour): void
}

/** Meta-World's rewards lie between 0 and 10 a step; learners are tuned for rewards of about one. */
const TRUE_REWARD_SCALE = 0.1

/** The task's own reward: what a method without preferences learns from, and what the others are compared with. */
export const trueReward: RewardSource = {
  of: async ({ evidence }) => evidence.map(({ rewards }) => rewards.map((reward) => TRUE_REWARD_SCALE * reward)),
  recall: () => {},
}

/**
 * The factors at each step, each a share `beta` as heavy as the one before:
 *
 *   r_t = sum_l beta^(l-1) z_t^(l) / sum_l beta^(l-1)
 *
 * @source reward engineering in Bukharin et al. 2023 (HERON)
 */
export function linearReward(factors: readonly Factor[], beta: number): RewardSource {
  const weights = factors.map((_, level) => beta ** level)
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  return {
    of: async ({ evidence }) =>
      evidence.map((episode) => {
        const levels = factors.map((factor) => factorSteps(factor, episode))
        return episode.rewards.map((_, step) =>
          levels.reduce((sum, values, level) => sum + (weights[level]! / whole) * values[step]!, 0),
        )
      }),
    recall: () => {},
  }
}

/**
 * The reward model's view, on the scale of the last relabelling; every round can be shown to the teacher.
 *
 * @param bonus deviations of the ensemble that are reward at this moment
 */
export function learnedReward(preferences: Preferences, bonus: () => number): RewardSource {
  return {
    async of(round, behaviour) {
      const episodes = archive(preferences, round, behaviour)
      const { affine, reward } = preferences
      if (!affine || behaviour === 'expert') return undefined
      const all: Float32Array[] = []
      for (const rows of episodes) {
        const rewards = optimisticReward(await reward.estimate(rows, rows.length / reward.inputSize), bonus())
        applyAffine(rewards, affine)
        all.push(rewards)
      }
      return all
    },
    recall(round, behaviour) {
      archive(preferences, round, behaviour)
    },
  }
}
