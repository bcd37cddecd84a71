// What is timed: updates of learners, of the reward model and of an encoder, and acting, at sizes that others publish too.

import type { UpdateCase } from './case.ts'
import { encoderStep } from './encoder.ts'
import { encoder84 } from './encoder-program.ts'
import { iqlUpdate, sacAct, sacUpdate } from './off-policy.ts'
import { ppoEpoch } from './on-policy.ts'
import { ensembleEpoch } from './reward-ensemble.ts'

export const updateCases: readonly UpdateCase[] = [
  sacUpdate('sac-256', { width: 256, batch: 256 }, ['cpu']),
  sacUpdate('sac-128', { width: 128, batch: 128 }, ['cpu']),
  sacUpdate('sac-64', { width: 64, batch: 64 }, ['cpu', 'eager']),
  sacUpdate('sac-64-layer-norm', { width: 64, batch: 128, criticLayerNorm: true }, ['cpu', 'eager']),
  iqlUpdate('iql-256', ['cpu']),
  ppoEpoch('ppo-64', { batch: 64, episodes: 64, steps: 128 }, ['cpu']),
  ppoEpoch('ppo-64-minibatch-256', { batch: 256, episodes: 64, steps: 128 }, ['cpu']),
  ensembleEpoch('reward-ensemble', { depth: 3, width: 256, pairs: 128, length: 50 }, ['cpu']),
  ensembleEpoch('reward-ensemble-64', { depth: 3, width: 64, pairs: 64, length: 25 }, ['cpu', 'eager']),
  encoderStep('encoder-84', encoder84, ['cpu']),
  sacAct('act-64', 64),
]
