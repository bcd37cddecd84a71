// The policy of behaviour cloning: a Gaussian with a squashed mean and one deviation for all states.

import type { LearnerSizes } from '../contract.ts'
import { type GaussianActor, gaussianActor } from '../gaussian-actor.ts'
import type { BcSettings } from './settings.ts'

export interface BcNetworks {
  readonly sizes: LearnerSizes
  readonly actor: GaussianActor
}

/** Keeps the likelihood finite where the data always does the same. */
const limits = { least: -5, most: 2 }

export function bcNetworks(sizes: LearnerSizes, { depth, width }: BcSettings): BcNetworks {
  return { sizes, actor: gaussianActor(sizes, { depth, width, logDeviation: limits }) }
}
