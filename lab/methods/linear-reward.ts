// Reward engineering, as HERON is compared with it: a weighted sum of the ranked factors at each step.
//
//   r_t = sum_l beta^(l-1) z_t^(l) / sum_l beta^(l-1)
//
// Each factor is expected to lie in [0, 1], as Meta-World's terms do; where one does not, its formula divides it. beta is
// what gets tuned: README.md of rewards/factors says how.

import type { TrueRewardMethod } from '../method.ts'
import { trueReward } from './true-reward.ts'

export const linearReward: TrueRewardMethod = {
  id: 'linear-reward',
  title: 'Reinforcement learning from a weighted sum of factors',
  source: 'reward engineering in Bukharin et al. 2023 (HERON)',
  online: true,
  needs: ['ranking'],
  ranks: true,
  reward: 'true',
  run: (lab) => trueReward.run(lab),
}
