// Programs that every executor must answer alike. A learner or a reward model adds a line with its own.

import { bradleyTerry } from './bradley-terry.ts'
import { manyPieces } from './many-pieces.ts'
import type { ProgramCase } from './program-case.ts'
import { ppoAssess, ppoImprove } from './proximal-policy-optimisation.ts'
import { regression } from './regression.ts'
import { rewardEnsembleEstimate, rewardEnsembleFit } from './reward-ensemble.ts'
import { softActorCritic } from './soft-actor-critic.ts'

const sac = { observation: 9, action: 3, hidden: [16, 16], batch: 16 }

export const registeredPrograms: readonly (() => ProgramCase)[] = [
  manyPieces,
  () => regression({ activation: 'relu', layerNorm: false }),
  () => regression({ activation: 'tanh', layerNorm: true }),
  () => regression({ activation: 'gelu', layerNorm: false, clipNorm: 0.5 }),
  () => softActorCritic({ ...sac, layerNorm: false }),
  () => softActorCritic({ ...sac, layerNorm: true }),
  () => bradleyTerry({ members: 3, hidden: [16, 16], inputs: 7, pairs: 6, length: 5 }),
  ppoAssess,
  ppoImprove,
  rewardEnsembleFit,
  rewardEnsembleEstimate,
]
