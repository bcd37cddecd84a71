import * as tf from '@tensorflow/tfjs'
import { expect, test } from 'vitest'
import { optimise } from '../../../../../agents/tensor/graph/optimise/optimise.ts'
import { trace } from '../../../../../agents/tensor/trace/trace.ts'

/** Operators of what is left of a function of vectors of 2 and 3 numbers, twice. */
function opsOf(body: (parts: readonly tf.Tensor[]) => readonly tf.Tensor[]): string[] {
  const { graph } = trace({
    name: 'test/sums',
    inputs: { a: [2], b: [3], c: [2], d: [3] },
    state: {},
    define({ a, b, c, d }) {
      const results = body([a, b, c, d].map((part) => tf.exp(part)))
      return { outputs: Object.fromEntries(results.map((result, i) => [`${i}`, result])) }
    },
  })
  return optimise(graph, { views: false })
    .nodes.map(({ op }) => op)
    .filter((op) => op !== 'Exp')
}

test('joined pieces are summed piece by piece', () => {
  expect(opsOf(([a, b, c, d]) => [tf.add(tf.concat([a!, b!]), tf.concat([c!, d!]))])).toEqual(['Add', 'Add', 'Concat'])
})

test('pieces of other sizes, and what is read elsewhere too, are summed joined', () => {
  expect(opsOf(([a, b, c, d]) => [tf.add(tf.concat([a!, b!]), tf.concat([d!, c!]))])).toEqual([
    'Concat',
    'Concat',
    'Add',
  ])
  expect(
    opsOf(([a, b, c, d]) => {
      const joined = tf.concat([a!, b!])
      return [tf.add(joined, tf.concat([c!, d!])), joined]
    }),
  ).toEqual(['Concat', 'Concat', 'Add'])
})

test('of two reshapes alike the sum is reshaped', () => {
  const wide = (x: tf.Tensor) => tf.reshape(x, [1, 2])
  expect(opsOf(([a, , c]) => [tf.add(wide(a!), wide(c!))])).toEqual(['Add', 'Reshape'])
  expect(opsOf(([a, , c]) => [tf.add(wide(a!), tf.reshape(c!, [2, 1]))])).toEqual(['Reshape', 'Reshape', 'Add'])
})
