// The toy of each kind of learner, and what each learner is told for it.

import type { z } from 'zod'
import type { LearnerKind, LearnerOfKind } from '../../../agents/contract.ts'
import type { LearnerId, learners } from '../../../agents/learners.ts'
import { offPolicyToy } from './off-policy.ts'
import { offlineToy } from './offline.ts'
import type { Toy } from './toy.ts'

export const toys = {
  'off-policy': offPolicyToy,
  offline: offlineToy,
} satisfies { readonly [Kind in LearnerKind]?: Toy<LearnerOfKind[Kind]> }

export interface ToyLesson<Settings> {
  readonly settings: Settings
  readonly rounds: number
  /** It must miss by less after that many rounds. */
  readonly bound: number
}

const small = { width: 32, batch: 64, learningRate: 3e-3, discount: 0.9, tau: 0.02 }

export const lessons: { readonly [Id in LearnerId]: ToyLesson<z.input<(typeof learners)[Id]['settings']>> } = {
  sac: { settings: { ...small, depth: 2 }, rounds: 1000, bound: 0.15 },
  td3: { settings: { ...small, depth: 2 }, rounds: 1000, bound: 0.15 },
  iql: { settings: { ...small, beta: 10, expectile: 0.9, actorDropout: 0 }, rounds: 1000, bound: 0.15 },
  awac: { settings: { ...small, actorDepth: 2, temperature: 0.1 }, rounds: 1000, bound: 0.15 },
}
