// Behaviour cloning: the likeliest Gaussian for what others did, with a weight for each decision.

import { createBatchLearner } from '../batch-learner.ts'
import type { BatchLearner, DemonstrationBatch, LearnerEntry, LearnerOptions } from '../contract.ts'
import { bcNetworks } from './networks.ts'
import { acting, initialState, updateProgram } from './programs.ts'
import { type BcSettings, bcSettings } from './settings.ts'

export interface WeightedBatch extends DemonstrationBatch {
  /** How much each decision counts, [batch, 1]; 1 until something else is written. */
  readonly weights: Float32Array
}

export type Bc = BatchLearner<WeightedBatch>

/** Hand the observations of the data set to `fitInputs` (normaliser.ts) before the first update. */
export async function createBc(options: LearnerOptions<BcSettings>): Promise<Bc> {
  const { sizes, settings, random } = options
  const networks = bcNetworks(sizes, settings)
  const learner = await createBatchLearner({
    id: 'bc',
    options,
    state: initialState(networks, random),
    update: updateProgram(networks, settings),
    noise: {},
    ...acting(networks, settings),
  })
  learner.batch.weights.fill(1)
  return learner
}

export const bc = {
  id: 'bc',
  title: 'Behaviour cloning',
  source: 'Pomerleau 1991',
  kind: 'imitation',
  settings: bcSettings,
  create: createBc,
} satisfies LearnerEntry<'imitation', typeof bcSettings>
