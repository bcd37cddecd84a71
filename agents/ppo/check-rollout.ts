// Does a rollout fit the learner that is to learn from it?

import type { Rollout } from '../contract.ts'
import type { PpoNetworks } from './networks.ts'
import type { PpoSettings } from './settings.ts'

/** @throws RangeError when an array does not have the length that the counts say, or all of them are less than a batch */
export function checkRollout(rollout: Rollout, { sizes }: PpoNetworks, { batch }: PpoSettings): void {
  const { episodes, steps } = rollout
  const [samples, words] = [episodes * steps, `a rollout of ${episodes} episodes of ${steps} decisions`]
  const expected = {
    observations: (samples + episodes) * sizes.observation,
    actions: samples * sizes.action,
    rewards: samples,
  }
  for (const [name, length] of Object.entries(expected) as [keyof typeof expected, number][]) {
    const found = rollout[name].length
    if (found !== length) throw new RangeError(`${words} has ${length} ${name}, found ${found} numbers`)
  }
  if (samples >= batch) return
  throw new RangeError(`${words} is smaller than one batch of ${batch}; gather more, or type ppo.batch=${samples}`)
}
