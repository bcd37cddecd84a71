// Bare matrix products of the sizes of a hidden layer, as product.py has them: a chain of layers and its gradients.

import * as tf from '@tensorflow/tfjs'
import type { Executor, Program, Shapes } from '../../../agents/tensor/program.ts'
import { createStore } from '../../../agents/tensor/store.ts'
import type { UpdateCase } from '../../../lab/bench/update/case.ts'
import { randomStream } from '../../../sim/random.ts'

export interface ProductSizes {
  readonly rows: number
  readonly width: number
  /** Layers, each with three products. */
  readonly times: number
}

export function productCase(name: string, sizes: ProductSizes): UpdateCase {
  return {
    name,
    devices: ['cpu'],
    async prepare(executor: Executor) {
      const compiled = await executor.compile(products(name, sizes), createStore({}))
      const random = randomStream(0, 'product')
      for (const values of Object.values(compiled.inputs)) {
        // The chain neither grows nor fades.
        const scale = Math.sqrt(3 / sizes.width)
        for (let i = 0; i < values.length; i++) values[i] = random.uniform(-scale, scale)
      }
      return { once: () => compiled.run(), dispose: () => compiled.dispose() }
    },
  }
}

function products(name: string, { rows, width, times }: ProductSizes): Program<Shapes, Record<string, never>> {
  return {
    name,
    inputs: { x: [rows, width], weight: [width, width], dy: [rows, width] },
    state: {},
    define(inputs) {
      let [x, dy] = [inputs.x, inputs.dy] as [tf.Tensor2D, tf.Tensor2D]
      const weight = inputs.weight as tf.Tensor2D
      const outputs: Record<string, tf.Tensor> = {}
      for (let i = 0; i < times; i++) {
        outputs[`dweight${i}`] = tf.matMul(x, dy, true)
        x = tf.matMul(x, weight)
        dy = tf.matMul(dy, weight, false, true)
      }
      return { outputs: { ...outputs, y: x, dx: dy } }
    },
  }
}
