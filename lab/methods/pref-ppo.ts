// PrefPPO: proximal policy optimisation on the reward that answers taught (Christiano et al. 2017, with B-Pref's
// pretraining). Nothing is remembered beyond a round, so the reward is relabelled for its scale alone.

import type { PreferenceMethod } from '../method.ts'

export const prefPpo = {
  id: 'pref-ppo',
  title: 'PrefPPO',
  source: 'Christiano et al. 2017; settings: Lee et al. 2021 (B-Pref)',
  online: true,
  needs: ['labels', 'learner=ppo'],
  learns: 'on-policy',
  reward: 'preferences',
  design: () => ({}),

  async run(lab) {
    await lab.showExpert()
    while ((await lab.goOn()) && lab.exploring()) await lab.gatherRandom()
    while ((await lab.goOn()) && lab.pretraining()) await lab.gatherForEntropy()

    while (await lab.goOn()) {
      if (lab.sessionDue()) {
        await lab.gatherBranching()
        await lab.ask()
        await lab.fitReward()
        await lab.relabel()
      }
      await lab.gatherAndLearn()
      if (lab.evaluationDue()) await lab.evaluate()
    }
  },
} satisfies PreferenceMethod
