// Reinforcement learning from the task's own reward: what preference methods are measured against, and how a learner is
// judged by itself.

import type { TrueRewardMethod } from '../method.ts'

export const trueReward: TrueRewardMethod = {
  id: 'true-reward',
  title: 'Reinforcement learning from the true reward',
  source: 'that of the learner; rewards: Yu et al. 2019 (Meta-World)',
  online: true,
  needs: ['reward'],
  reward: 'true',

  async run(lab) {
    while ((await lab.goOn()) && lab.exploring()) await lab.gatherRandom()

    while (await lab.goOn()) {
      await lab.gatherAndLearn()
      if (lab.evaluationDue()) await lab.evaluate()
    }
  },
}
