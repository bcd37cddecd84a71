import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { optimise } from '../../../../../agents/tensor/graph/optimise/optimise.ts'
import type { Node } from '../../../../../agents/tensor/graph/value.ts'
import type { Shapes } from '../../../../../agents/tensor/program.ts'
import { trace } from '../../../../../agents/tensor/trace/trace.ts'

const inputs = { x: [2, 11, 11, 3], filter: [3, 3, 3, 16], bias: [16], second: [3, 3, 16, 16] } satisfies Shapes
type Operands = Readonly<Record<keyof typeof inputs, tf.Tensor>>

function nodesOf(body: (operands: Operands) => tf.Tensor | readonly tf.Tensor[]): readonly Node[] {
  const { graph } = trace({
    name: 'test/rows',
    inputs,
    state: {},
    define: (given) => {
      const results = [body(given)].flat() as tf.Tensor[]
      return { outputs: Object.fromEntries(results.map((result, i) => [`y${i}`, result])) }
    },
  })
  return optimise(graph, { views: false }).nodes
}

const ops = (nodes: readonly Node[]) => nodes.map(({ op }) => op).filter((op) => op !== 'Reshape')
const layer = (x: tf.Tensor, filter: tf.Tensor, bias: tf.Tensor) =>
  tf.relu(tf.add(tf.conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, 2, 'valid'), bias))

describe('a convolution', () => {
  test('takes its bias into the product, and its rectifier follows at once', () => {
    const nodes = nodesOf(({ x, filter, bias }) => layer(x, filter, bias))
    expect(ops(nodes)).toEqual(['Gather', 'Gemm', 'Relu'])
    const [gemm, relu] = nodes.filter(({ op }) => op === 'Gemm' || op === 'Relu')
    expect(gemm!.inputs).toHaveLength(3)
    expect(relu!.inputs[0]).toBe(gemm!.outputs[0])
  })

  test('hands rows to the next without moving them otherwise', () => {
    const nodes = nodesOf(({ x, filter, bias, second }) => layer(layer(x, filter, bias), second, bias))
    expect(ops(nodes)).toEqual(['Gather', 'Gemm', 'Relu', 'Gather', 'Gemm', 'Relu'])
  })

  test('gathers its windows once, forward and backward', () => {
    const nodes = nodesOf(({ x, filter, bias }) => {
      const loss = (...given: tf.Tensor[]) => tf.sum(tf.square(layer(x, given[0]!, given[1]!)))
      return tf.grads(loss)([filter, bias])
    })
    expect(ops(nodes).filter((op) => op === 'Gather')).toHaveLength(1)
    // The bias' gradient is a sum of rows: a product with ones.
    expect(ops(nodes).filter((op) => op === 'Gemm')).toHaveLength(3)
    expect(ops(nodes)).not.toContain('ReduceSum')
  })
})

describe('what is not done row by row', () => {
  const convolved = ({ x, filter }: Operands) => tf.conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, 2, 'valid')

  test('stays in the shape that it has', () => {
    const nodes = nodesOf((given) => tf.mul(convolved(given), tf.reshape(tf.range(0, 5), [5, 1, 1])))
    expect(nodes.find(({ op }) => op === 'Mul')!.outputs[0]!.shape).toEqual([2, 5, 5, 16])
  })

  test('is summed over the axes that were asked for, also where another axis is as long as the channels', () => {
    const matrix = (given: Operands) =>
      tf.reshape(tf.matMul(tf.reshape(given.second, [-1, 16]), tf.eye(16)), [9, 16, 16])
    expect(ops(nodesOf((given) => tf.sum(matrix(given), [0, 2])))).toContain('ReduceSum')
    expect(ops(nodesOf((given) => tf.sum(matrix(given), [0, 1])))).not.toContain('ReduceSum')
  })
})
