// Actor and critics of AWAC: one flat vector in this order.

import type { LearnerSizes } from '../contract.ts'
import { type GaussianActor, gaussianActor } from '../gaussian-actor.ts'
import { type TwinCritics, twinCritics } from '../twin-critics.ts'
import type { AwacSettings } from './settings.ts'

export interface AwacNetworks {
  readonly sizes: LearnerSizes
  readonly actor: GaussianActor
  readonly critics: TwinCritics
}

export function awacNetworks(sizes: LearnerSizes, { actorDepth, criticDepth, width }: AwacSettings): AwacNetworks {
  return {
    sizes,
    actor: gaussianActor(sizes, { depth: actorDepth, width, logDeviation: { least: -6, most: 0 } }),
    critics: twinCritics(sizes, { depth: criticDepth, width }),
  }
}
