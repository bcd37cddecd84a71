// Twin delayed deterministic policy gradient (Fujimoto, van Hoof and Meger 2018): off-policy, twin critics, a policy
// without noise of its own that is updated less often.

import { createBatchLearner } from '../batch-learner.ts'
import type { BatchLearner, LearnerEntry, LearnerOptions } from '../contract.ts'
import type { TransitionBatch } from '../replay-buffer.ts'
import { td3Networks } from './networks.ts'
import { acting, delayedProgram, initialState, updateProgram } from './programs.ts'
import { type Td3Settings, td3Settings } from './settings.ts'

export type Td3 = BatchLearner<TransitionBatch>

export function createTd3(options: LearnerOptions<Td3Settings>): Promise<Td3> {
  const { sizes, settings, random } = options
  const networks = td3Networks(sizes, settings)
  return createBatchLearner({
    id: 'td3',
    options,
    state: initialState(networks, random),
    update: updateProgram(networks, settings),
    delayed: { every: settings.delay, program: delayedProgram(networks, settings) },
    noise: { nextNoise: 'normal' },
    ...acting(networks, settings),
  })
}

export const td3 = {
  id: 'td3',
  title: 'Twin delayed deterministic policy gradient',
  source: 'Fujimoto, van Hoof and Meger 2018',
  kind: 'off-policy',
  settings: td3Settings,
  create: createTd3,
} satisfies LearnerEntry<'off-policy', typeof td3Settings>
