// The two programs of the reward ensemble: a step of fitting, and the rewards of rows.

import {
  ensembleNetwork,
  ensembleState,
  estimateProgram,
  fitProgram,
} from '../../../rewards/models/ensemble-programs.ts'
import { ensembleDefaults } from '../../../rewards/models/ensemble-settings.ts'
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
export function rewardEnsembleFit(inBlock?: number): ProgramCase {
  return {
    program: fitProgram(network, inBlock === undefined ? {} : { inBlock }) as unknown as ProgramCase['program'],
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
