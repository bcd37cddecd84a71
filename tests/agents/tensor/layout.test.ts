import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { createLayout } from '../../../agents/tensor/layout.ts'
import { seededRandom } from '../../support/programs/program-case.ts'

const layout = createLayout([
  { name: 'weight', shape: [2, 3], initial: { normal: 2 } },
  { name: 'bias', shape: [3], initial: { constant: 0.5 } },
  { name: 'scale', shape: [], initial: { constant: 1 } },
])
const vector = () => tf.range(0, 10)

describe('a layout', () => {
  test('places parameters one after the other', () => {
    expect(layout.size).toBe(10)
    expect(layout.range('weight')).toMatchObject({ begin: 0, end: 6 })
    expect(layout.range('bias')).toMatchObject({ begin: 6, end: 9 })
    expect(layout.range('scale')).toMatchObject({ begin: 9, end: 10 })
  })

  test('views one parameter in its own shape', () => {
    tf.tidy(() => {
      expect(layout.view(vector(), 'weight').arraySync()).toEqual([
        [0, 1, 2],
        [3, 4, 5],
      ])
      expect(layout.view(vector(), 'scale').arraySync()).toBe(9)
    })
  })

  test('views all parameters as it views each of them', () => {
    tf.tidy(() => {
      const views = layout.views(vector())
      for (const { name } of layout.parameters) {
        expect(views[name]!.arraySync()).toEqual(layout.view(vector(), name).arraySync())
      }
    })
  })

  test('joins the gradients of its views, zeros where nothing depends on a parameter', () => {
    tf.tidy(() => {
      const loss = (x: tf.Tensor) => {
        const { weight, scale } = layout.views(x)
        return tf.mul(tf.sum(tf.square(weight!)), scale!) as tf.Scalar
      }
      const expected = [0, 18, 36, 54, 72, 90, 0, 0, 0, 55]
      expect(tf.grad(loss)(vector()).arraySync()).toEqual(expected)
    })
  })

  test('draws normal numbers of the wanted deviation, in order, and fills the rest', () => {
    const values = layout.initialise(seededRandom(5))
    const expected = seededRandom(5)
    expect(Array.from(values.subarray(0, 6))).toEqual(
      Array.from({ length: 6 }, () => Math.fround(2 * expected.normal())),
    )
    expect(Array.from(values.subarray(6))).toEqual([0.5, 0.5, 0.5, 1])
  })

  test('knows no other parameter, and none twice', () => {
    expect(() => layout.range('gain')).toThrow("no parameter 'gain'; known: weight, bias, scale")
    const twice = { name: 'a', shape: [1], initial: { constant: 0 } }
    expect(() => createLayout([twice, twice])).toThrow("parameter 'a' is laid out twice")
  })
})
