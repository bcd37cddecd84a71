// The programs of the reward ensemble: steps of fitting, whole or augmented, of regression, and the rewards of rows.

import { drawCrops } from '../../../rewards/augment/crops.ts'
import type { PreferenceLoss } from '../../../rewards/losses/loss-names.ts'
import { augmentedFitProgram, planOf } from '../../../rewards/models/augmented-program.ts'
import {
  ensembleNetwork,
  ensembleState,
  estimateProgram,
  fitProgram,
} from '../../../rewards/models/ensemble-programs.ts'
import { ensembleDefaults } from '../../../rewards/models/ensemble-settings.ts'
import { regressionProgram } from '../../../rewards/models/regression-program.ts'
import { randomStream } from '../../../sim/random.ts'
import { fillNormal, type ProgramCase, seededRandom } from './program-case.ts'

const settings = { ...ensembleDefaults, depth: 2, width: 16, batch: 6 }
const network = ensembleNetwork({ input: 7, length: 5 }, settings)

function initialState() {
  const { deviation, ...shapes } = ensembleState(network)
  const zeros = Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, { shape }]))
  return {
    ...zeros,
    parameters: { shape: shapes.parameters, values: network.layout.initialise(seededRandom(1)) },
    deviation: { shape: deviation, values: new Float32Array(7).fill(0.5) },
  }
}

/** @param inBlock as FitOptions has it: a pair of this network has 160 numbers in a layer */
export function rewardEnsembleFit(inBlock?: number, loss?: PreferenceLoss): ProgramCase {
  const fitted = ensembleNetwork(network.sizes, { ...settings, loss })
  return {
    program: fitProgram(fitted, inBlock === undefined ? {} : { inBlock }) as unknown as ProgramCase['program'],
    state: initialState(),
    fill({ rows, labels, weights }, random) {
      fillNormal(rows!, random)
      weights!.fill(1, 0, 5)
      for (let i = 0; i < labels!.length; i++) labels![i] = random.uniform() < 0.5 ? 0 : 1
    },
  }
}

export function rewardEnsembleEstimate(): ProgramCase {
  return {
    program: estimateProgram(network, 12) as unknown as ProgramCase['program'],
    state: initialState(),
    fill: ({ rows }, random) => fillNormal(rows!, random),
  }
}

/** Crops of answered pairs, and pairs without an answer of which some are sure. */
export function rewardEnsembleAugmentedFit(): ProgramCase {
  const augmented = ensembleNetwork(network.sizes, {
    ...settings,
    crops: { window: 0.2, shortest: 0.6, longest: 1.2, copies: 2 },
    pseudoLabels: { perLabel: 10, batchRatio: 2, threshold: 0.55 },
  })
  const plan = planOf(network.sizes.length, augmented.settings)
  return {
    program: augmentedFitProgram(augmented) as unknown as ProgramCase['program'],
    state: initialState(),
    fill({ rows, labels, weights, signs, learningRate, otherRows, otherSigns, others }, random) {
      fillNormal(rows!, random)
      fillNormal(otherRows!, random)
      weights!.fill(1, 0, 5)
      for (let i = 0; i < labels!.length; i++) labels![i] = random.uniform() < 0.5 ? 0 : 1
      const crops = randomStream(Math.floor(random.uniform() * 1e6), 'crops')
      drawCrops(signs!, plan, crops)
      drawCrops(otherSigns!, plan, crops)
      learningRate![0] = 1e-3
      others![0] = 1
    },
  }
}

export function rewardEnsembleRegression(): ProgramCase {
  return {
    program: regressionProgram(network, 8) as unknown as ProgramCase['program'],
    state: initialState(),
    fill({ rows, targets }, random) {
      fillNormal(rows!, random)
      for (let i = 0; i < targets!.length; i++) targets![i] = 2 * random.uniform() - 1
    },
  }
}
