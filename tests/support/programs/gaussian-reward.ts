// The programs of the Gaussian reward model, on both trunks: a step of fitting, chances of pairs, and the rewards of steps.

import { type GaussianNetwork, gaussianNetwork } from '../../../rewards/models/gaussian/network.ts'
import {
  gaussianFitProgram,
  gaussianPairsProgram,
  gaussianStepsProgram,
} from '../../../rewards/models/gaussian/programs.ts'
import { type GaussianSettings, gaussianSettings } from '../../../rewards/models/gaussian/settings.ts'
import { initialNetworkState } from '../../../rewards/models/network-state.ts'
import { randomStream } from '../../../sim/random.ts'
import { fillNormal, type ProgramCase } from './program-case.ts'

const small = { width: 8, depth: 2, heads: 2, batch: 4, samples: 3, members: 2, weightDecay: 1 } as const

function networkOf(change: Partial<GaussianSettings>): GaussianNetwork {
  return gaussianNetwork({ input: 5, state: 3, length: 4 }, gaussianSettings.parse({ ...small, ...change }))
}

const stateOf = ({ layout, sizes }: GaussianNetwork) =>
  initialNetworkState(layout, sizes.input, randomStream(1, 'gaussian'))

export function gaussianFit(change: Partial<GaussianSettings>): ProgramCase {
  const network = networkOf(change)
  return {
    program: gaussianFitProgram(network) as unknown as ProgramCase['program'],
    state: stateOf(network),
    fill({ rows, labels, weights, noise }, random) {
      fillNormal(rows!, random)
      fillNormal(noise!, random)
      weights!.fill(1, 0, 3)
      for (let i = 0; i < labels!.length; i++) labels![i] = random.uniform()
    },
  }
}

export function gaussianPairs(change: Partial<GaussianSettings>): ProgramCase {
  const network = networkOf(change)
  return {
    program: gaussianPairsProgram(network, 3) as unknown as ProgramCase['program'],
    state: stateOf(network),
    fill: ({ rows }, random) => fillNormal(rows!, random),
  }
}

export function gaussianSteps(change: Partial<GaussianSettings>): ProgramCase {
  const network = networkOf(change)
  return {
    program: gaussianStepsProgram(network, 3) as unknown as ProgramCase['program'],
    state: stateOf(network),
    fill: ({ rows }, random) => fillNormal(rows!, random),
  }
}
