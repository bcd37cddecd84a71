// Programs that every executor must answer alike. A learner or a reward model adds a line with its own.

import { bradleyTerry } from './bradley-terry.ts'
import { convEncoderUpdate } from './encoder-update.ts'
import { gaussianFit, gaussianPairs, gaussianSteps } from './gaussian-reward.ts'
import { bcUpdate, diffusionSample, diffusionUpdate } from './imitation.ts'
import { manyPieces } from './many-pieces.ts'
import type { ProgramCase } from './program-case.ts'
import { ppoAssess, ppoImprove } from './proximal-policy-optimisation.ts'
import { regression } from './regression.ts'
import {
  rewardEnsembleAugmentedFit,
  rewardEnsembleEstimate,
  rewardEnsembleFit,
  rewardEnsembleRegression,
} from './reward-ensemble.ts'
import { sequenceRegression } from './sequence-regression.ts'
import { awacUpdate, iqlUpdate, sacUpdate, td3DelayedUpdate, td3Update } from './transition-learners.ts'

export const registeredPrograms: readonly (() => ProgramCase)[] = [
  manyPieces,
  () => regression({ activation: 'relu', layerNorm: false }),
  () => regression({ activation: 'tanh', layerNorm: true }),
  () => regression({ activation: 'gelu', layerNorm: false, clipNorm: 0.5 }),
  () => sacUpdate({ layerNorm: false }),
  () => sacUpdate({ layerNorm: true }),
  td3Update,
  td3DelayedUpdate,
  iqlUpdate,
  awacUpdate,
  () => bradleyTerry({ members: 3, hidden: [16, 16], inputs: 7, pairs: 6, length: 5 }),
  ppoAssess,
  ppoImprove,
  bcUpdate,
  diffusionUpdate,
  diffusionSample,
  () => rewardEnsembleFit(),
  () => rewardEnsembleFit(320),
  () => rewardEnsembleFit(undefined, { name: 'rdpo', flipRate: 0.2 }),
  () => rewardEnsembleFit(undefined, { name: 'irepo', flipRate: 0.05 }),
  rewardEnsembleAugmentedFit,
  rewardEnsembleRegression,
  rewardEnsembleEstimate,
  () => gaussianFit({}),
  () => gaussianFit({ average: 'losses', regulariser: 'unit-gaussian' }),
  () => gaussianFit({ trunk: 'transformer' }),
  () => gaussianFit({ trunk: 'transformer', segment: 'attention' }),
  () => gaussianPairs({ trunk: 'transformer', segment: 'attention' }),
  () => gaussianSteps({}),
  () => gaussianSteps({ trunk: 'transformer' }),
  () => convEncoderUpdate({ frames: 3, side: 15, filters: [4, 5], embedding: 6 }),
  () => sequenceRegression({ batch: 3, steps: 4, width: 8, heads: 2, blocks: 2 }),
]
