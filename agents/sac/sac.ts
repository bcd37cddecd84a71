// Soft actor-critic (Haarnoja et al. 2018): off-policy, maximum entropy, twin critics, learned temperature.

import { createBatchLearner } from '../batch-learner.ts'
import type { BatchLearner, LearnerEntry, LearnerOptions } from '../contract.ts'
import type { TransitionBatch } from '../replay-buffer.ts'
import { sacNetworks } from './networks.ts'
import { acting, forgetValues, initialState, updateProgram } from './programs.ts'
import { type SacSettings, sacSettings } from './settings.ts'

export type Sac = BatchLearner<TransitionBatch>

export function createSac(options: LearnerOptions<SacSettings>): Promise<Sac> {
  const { sizes, settings, random } = options
  const networks = sacNetworks(sizes, settings)
  return createBatchLearner({
    id: 'sac',
    options,
    state: initialState(networks, settings, random),
    update: updateProgram(networks, settings),
    noise: { noise: 'normal', nextNoise: 'normal' },
    forgetValues: (store) => forgetValues(store, networks, random),
    ...acting(networks),
  })
}

export const sac = {
  id: 'sac',
  title: 'Soft actor-critic',
  source: 'Haarnoja et al. 2018',
  kind: 'off-policy',
  settings: sacSettings,
  create: createSac,
} satisfies LearnerEntry<'off-policy', typeof sacSettings>
