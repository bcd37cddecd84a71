// PEBBLE: reward learning from preferences with relabelled off-policy experience (Lee, Smith and Abbeel 2021). Held random
// actions take the place of its entropy-seeking start.

import type { PreferenceMethod } from '../method.ts'

export const pebble: PreferenceMethod = {
  id: 'pebble',
  title: 'PEBBLE',
  source:
    'Lee, Smith, Abbeel 2021; bonus: Liang et al. 2022 (RUNE); newest episodes: Hu et al. 2023 (QPA); ' +
    'clips of an expert: Ibarz et al. 2018',
  online: true,
  needs: ['labels'],
  reward: 'preferences',

  async run(lab) {
    await lab.showExpert()
    while ((await lab.goOn()) && lab.exploring()) await lab.gatherRandom()

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
}
