import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blockSizes, gradientInBlocks } from '../../../agents/tensor/blocks.ts'
import { prepareGraph } from '../../../agents/tensor/executors/prepare.ts'
import { lossAndGradient } from '../../../agents/tensor/gradient.ts'
import { createLayout } from '../../../agents/tensor/layout.ts'
import { createMlp } from '../../../agents/tensor/mlp.ts'

test('the sizes of blocks add up, hardly differ, and keep to the limit', () => {
  expect(blockSizes(128, 16)).toEqual(Array(8).fill(16))
  expect(blockSizes(7, 3)).toEqual([2, 2, 3])
  expect(blockSizes(5, 0)).toEqual([1, 1, 1, 1, 1])
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 }), (total, most) => {
      const sizes = blockSizes(total, most)
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(total)
      expect(Math.max(...sizes)).toBeLessThanOrEqual(most)
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
    }),
  )
})

const mlp = createMlp({ name: 'net', sizes: [3, 8, 1], activation: 'relu' })
const layout = createLayout(mlp.parameters)
const meanSquare = (parameters: tf.Tensor, x: tf.Tensor) => tf.mean(tf.square(mlp.forward(layout.views(parameters), x)))

test('losses and gradients of blocks add up to those of the whole', async () => {
  await tf.setBackend('cpu')
  const parameters = tf.randomNormal([layout.size], 0, 1, 'float32', 1)
  const x = tf.randomNormal([12, 3], 0, 1, 'float32', 2)
  const whole = lossAndGradient(parameters, (vector) => ({ loss: meanSquare(vector, x), report: {} }))
  const sizes = blockSizes(12, 5)
  const rows = tf.split(x, sizes)
  const { loss, gradient, reports } = gradientInBlocks(parameters, sizes.length, (vector, block) => {
    const mean = meanSquare(vector, rows[block]!)
    return { loss: tf.mul(mean, sizes[block]! / 12), report: { mean } }
  })
  expect(reports).toHaveLength(3)
  expect(loss.dataSync()[0]).toBeCloseTo(whole.loss.dataSync()[0]!, 5)
  const [found, expected] = [gradient.dataSync(), whole.gradient.dataSync()]
  expect(Math.max(...expected.map((value, i) => Math.abs(value - found[i]!)))).toBeLessThan(1e-5)
})

test('the graph adds the gradients of blocks within the products that compute them', () => {
  const { packed } = prepareGraph({
    name: 'test/blocks',
    inputs: { x: [12, 3] },
    state: { parameters: [layout.size] },
    define({ x }, { parameters }) {
      const rows = tf.split(x, 3)
      const { gradient } = gradientInBlocks(parameters, 3, (vector, block) => {
        return { loss: meanSquare(vector, rows[block]!), report: {} }
      })
      return { outputs: { gradient } }
    },
  })
  const sums = packed.graph.nodes.filter(({ op, outputs: [sum] }) => op === 'Add' && sum!.shape.length === 2)
  expect(sums.map(({ outputs: [sum] }) => sum!.shape)).toEqual([])
  // Of two layers' weights in the second and the third block.
  const adding = packed.graph.nodes.filter(({ op, inputs, attributes: { transA } }) => {
    return op === 'Gemm' && inputs.length === 3 && transA === 1
  })
  expect(adding).toHaveLength(4)
  expect(packed.graph.nodes.filter(({ op }) => op === 'Concat')).toHaveLength(1)
})
