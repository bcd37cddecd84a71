// One step of a convolutional encoder towards given embeddings, as it is timed, at any size.

import { initialAdam } from '../../../agents/tensor/adam.ts'
import { type EncoderUpdateOptions, encoderUpdate } from '../../../lab/bench/update/encoder-program.ts'
import { fillNormal, type ProgramCase, seededRandom } from './program-case.ts'

export function convEncoderUpdate(options: EncoderUpdateOptions): ProgramCase {
  const { program, layout } = encoderUpdate(options)
  return {
    program: program as unknown as ProgramCase['program'],
    state: initialAdam(layout.initialise(seededRandom(1))),
    fill(arrays, random) {
      for (const values of Object.values(arrays)) fillNormal(values, random)
    },
  }
}
