// The toy of each kind of learner, and what each learner is told for it.

import type { z } from 'zod'
import type { LearnerKind, LearnerOfKind } from '../../../agents/contract.ts'
import type { LearnerId, learners } from '../../../agents/learners.ts'
import { imitationToy } from './imitation.ts'
import { offPolicyToy } from './off-policy.ts'
import { offlineToy } from './offline.ts'
import { onPolicyToy } from './on-policy.ts'
import type { Toy, ToyLesson } from './toy.ts'

export const toys: { readonly [Kind in LearnerKind]: Toy<LearnerOfKind[Kind]> } = {
  'off-policy': offPolicyToy,
  offline: offlineToy,
  'on-policy': onPolicyToy,
  imitation: imitationToy,
}

const small = { width: 32, batch: 64, learningRate: 1e-3, discount: 0.9, tau: 0.02 }

export const lessons: { readonly [Id in LearnerId]: ToyLesson<z.input<(typeof learners)[Id]['settings']>> } = {
  sac: { settings: { ...small, depth: 2 }, rounds: 600, bound: 0.2 },
  td3: { settings: { ...small, depth: 2 }, rounds: 600, bound: 0.2 },
  iql: { settings: { ...small, beta: 10, expectile: 0.9, actorDropout: 0.1 }, rounds: 500, bound: 0.2 },
  awac: { settings: { ...small, actorDepth: 2, temperature: 0.1 }, rounds: 750, bound: 0.2 },
  ppo: {
    settings: { width: 32, batch: 128, learningRate: 3e-3, discount: 0.9, initialDeviation: 0.6 },
    rounds: 15,
    bound: 0.2,
  },
  bc: { settings: { width: 32, batch: 64, learningRate: 3e-3 }, rounds: 300, bound: 0.2 },
  diffusion: {
    settings: { depth: 2, width: 32, batch: 64, learningRate: 3e-3, averaging: 0.99 },
    rounds: 1200,
    bound: 0.2,
  },
}
