// PEBBLE: reward learning from preferences with relabelled off-policy experience, after pretraining that seeks states
// unlike those seen (Lee, Smith and Abbeel 2021). Its settings are the sections that all these methods share: `session`,
// `reward`, `pretraining` and `query`.

import type { PreferenceMethod, PreferenceMoves } from '../method.ts'

export const pebble = {
  id: 'pebble',
  title: 'PEBBLE',
  source: 'Lee, Smith, Abbeel 2021; settings: Lee et al. 2021 (B-Pref)',
  online: true,
  needs: ['labels'],
  reward: 'preferences',
  design: () => ({}),
  run: learnFromPreferences,
} satisfies PreferenceMethod

/** The loop that SURF, RUNE, QPA, STAR and RIME share with PEBBLE. */
export async function learnFromPreferences(lab: PreferenceMoves): Promise<void> {
  await lab.showExpert()
  while ((await lab.goOn()) && lab.exploring()) await lab.gatherRandom()
  while ((await lab.goOn()) && lab.pretraining()) await lab.gatherForEntropy()

  while (await lab.goOn()) {
    if (lab.sessionDue()) {
      await lab.gatherBranching()
      await lab.ask()
      await lab.fitReward()
      await lab.relabel()
      await lab.restartCritic()
    }
    await lab.gatherAndLearn()
    if (lab.evaluationDue()) await lab.evaluate()
  }
}
