// An update of a convolutional encoder.

import { initialAdam } from '../../../agents/tensor/adam.ts'
import { createStore } from '../../../agents/tensor/store.ts'
import { randomStream } from '../../../sim/random.ts'
import { fillUniform, type UpdateCase } from './case.ts'
import { type EncoderUpdateOptions, encoderUpdate } from './encoder-program.ts'

export function encoderStep(name: string, options: EncoderUpdateOptions, devices: UpdateCase['devices']): UpdateCase {
  return {
    name,
    devices,
    async prepare(executor) {
      const { program, layout } = encoderUpdate(options)
      const random = randomStream(0, 'bench')
      const store = createStore(initialAdam(layout.initialise(random)))
      const update = await executor.compile(program, store)
      for (const values of Object.values(update.inputs)) fillUniform(values, random)
      return { once: () => update.run(), dispose: () => update.dispose() }
    },
  }
}
