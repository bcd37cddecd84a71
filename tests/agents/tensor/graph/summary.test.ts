import * as tf from '@tensorflow/tfjs'
import { expect, test } from 'vitest'
import { prepareGraph } from '../../../../agents/tensor/executors/prepare.ts'
import { summarise } from '../../../../agents/tensor/graph/summary.ts'

test('a summary counts nodes, numbers moved, tensors handed over and constants', () => {
  const { packed } = prepareGraph({
    name: 'test/summary',
    inputs: { x: [2, 3] },
    state: { weight: [3, 4] },
    define: ({ x }, { weight }) => ({
      outputs: { y: tf.relu(tf.matMul(x as tf.Tensor2D, weight as tf.Tensor2D)), z: tf.mul(x, 2) },
    }),
  })
  const { operators, ...totals } = summarise(packed.graph)
  // Reads x twice as [2, 3], the weight as [3, 4]; y is [2, 4], z [2, 3], handed over as 14 numbers.
  expect(operators).toEqual([
    { op: 'Concat', nodes: 1, moved: 28 },
    { op: 'Gemm', nodes: 1, moved: 6 + 12 + 8 },
    { op: 'Relu', nodes: 1, moved: 16 },
    { op: 'Mul', nodes: 1, moved: 13 },
    { op: 'Reshape', nodes: 2, moved: 0 },
  ])
  expect(totals).toEqual({ nodes: 6, moved: 28 + 26 + 16 + 13, inputs: 2, outputs: 1, constants: 1 + 1 + 1 })
})
