// Advantage-weighted actor-critic (Nair et al. 2020): offline, and online from there on. AWAC rather than AWR: critics
// that bootstrap learn from anyone's transitions one by one, and relabelled rewards need no new returns.

import { createBatchLearner } from '../batch-learner.ts'
import type { BatchLearner, LearnerEntry, LearnerOptions } from '../contract.ts'
import type { TransitionBatch } from '../replay-buffer.ts'
import { awacNetworks } from './networks.ts'
import { acting, initialState, updateProgram } from './programs.ts'
import { type AwacSettings, awacSettings } from './settings.ts'

export type Awac = BatchLearner<TransitionBatch>

export function createAwac(options: LearnerOptions<AwacSettings>): Promise<Awac> {
  const { sizes, settings, random } = options
  const networks = awacNetworks(sizes, settings)
  return createBatchLearner({
    id: 'awac',
    options,
    state: initialState(networks, random),
    update: updateProgram(networks, settings),
    noise: { noise: 'normal', nextNoise: 'normal' },
    ...acting(networks),
  })
}

export const awac = {
  id: 'awac',
  title: 'Advantage-weighted actor-critic',
  source: 'Nair et al. 2020',
  kind: 'offline',
  settings: awacSettings,
  create: createAwac,
} satisfies LearnerEntry<'offline', typeof awacSettings>
