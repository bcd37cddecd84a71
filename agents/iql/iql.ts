// Implicit Q-learning (Kostrikov, Nair and Levine 2021): offline, values of the actions in the data alone, and a policy
// that clones the better of them.

import { createBatchLearner } from '../batch-learner.ts'
import type { BatchLearner, LearnerEntry, LearnerOptions } from '../contract.ts'
import type { TransitionBatch } from '../replay-buffer.ts'
import { iqlNetworks } from './networks.ts'
import { acting, initialState, updateProgram } from './programs.ts'
import { type IqlSettings, iqlSettings } from './settings.ts'

export type Iql = BatchLearner<TransitionBatch>

export function createIql(options: LearnerOptions<IqlSettings>): Promise<Iql> {
  const { sizes, settings, random } = options
  const networks = iqlNetworks(sizes, settings)
  return createBatchLearner({
    id: 'iql',
    options,
    state: initialState(networks, random),
    update: updateProgram(networks, settings),
    noise: settings.actorDropout > 0 ? { dropout: 'uniform' } : {},
    ...acting(networks),
  })
}

export const iql = {
  id: 'iql',
  title: 'Implicit Q-learning',
  source: 'Kostrikov, Nair and Levine 2021',
  kind: 'offline',
  settings: iqlSettings,
  create: createIql,
} satisfies LearnerEntry<'offline', typeof iqlSettings>
