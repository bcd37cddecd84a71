import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { optimise } from '../../../../../agents/tensor/graph/optimise/optimise.ts'
import { trace } from '../../../../../agents/tensor/trace/trace.ts'

function nodesOf(columns: readonly [number, number]) {
  const { graph } = trace({
    name: 'test/stacks',
    inputs: { a: [2, 3, 7, columns[0]], b: [2, 3, 7, columns[1]] },
    state: {},
    define: ({ a, b }) => ({ outputs: { y: tf.matMul(a!, b!, true) } }),
  })
  return optimise(graph, { views: false }).nodes
}

describe('a product of stacks whose first operand is transposed', () => {
  test('transposes the narrower one, and itself', () => {
    const [product, turned] = nodesOf([9, 4])
    expect([product!.op, turned!.op]).toEqual(['FusedMatMul', 'Transpose'])
    expect(product!.inputs.map((value) => value!.shape.at(-1))).toEqual([4, 9])
    expect(turned!.outputs[0]!.shape).toEqual([2, 3, 9, 4])
  })

  test('stays where the first is the narrower one already', () => {
    expect(nodesOf([4, 9]).map(({ op }) => op)).toEqual(['FusedMatMul'])
    expect(nodesOf([4, 4]).map(({ op }) => op)).toEqual(['FusedMatMul'])
  })
})
