import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { fitInputs, initialNormaliser, mergeMoments, momentsOf, normalise, observe } from '../../agents/normaliser.ts'
import { createStore } from '../../agents/tensor/store.ts'

beforeAll(() => tf.setBackend('cpu'))

const statistics = (store: ReturnType<typeof createStore>) => ({
  observationMean: tf.tensor1d(store.read('observationMean')),
  observationVariance: tf.tensor1d(store.read('observationVariance')),
})

describe('moments', () => {
  test('are the mean and the variance of each column', () => {
    const { count, mean, variance } = momentsOf(Float32Array.of(1, 10, 3, 10, 5, 40), 2)
    expect(count).toBe(3)
    expect([...mean]).toEqual([3, 20])
    expect(variance[0]).toBeCloseTo(8 / 3, 10)
    expect(variance[1]).toBeCloseTo(200, 10)
  })

  test('of two sets are those of the sets put together, whatever their sizes', () => {
    const rows = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(rows, rows, (first, second) => {
        const merged = mergeMoments(momentsOf(Float32Array.from(first), 1), momentsOf(Float32Array.from(second), 1))
        const together = momentsOf(Float32Array.from([...first, ...second]), 1)
        expect(merged.count).toBe(together.count)
        expect(merged.mean[0]).toBeCloseTo(together.mean[0]!, 6)
        expect(merged.variance[0]).toBeCloseTo(together.variance[0]!, 6)
      }),
    )
  })
})

describe('the normaliser', () => {
  test('changes nothing before it has seen anything, but for the limit', () => {
    const x = tf.tensor2d([[0.5, -20]])
    const [first, second] = normalise(x, statistics(createStore(initialNormaliser(2))), 10).dataSync()
    expect(first).toBeCloseTo(0.5, 6)
    expect(second).toBe(-10)
  })

  test('forgets its start with the first rows and then weighs all rows alike', () => {
    const store = createStore(initialNormaliser(1))
    observe(store, Float32Array.of(1, 3))
    observe(store, Float32Array.of(8))
    expect(store.read('observationCount')[0]).toBe(3)
    expect(store.read('observationMean')[0]).toBeCloseTo(4, 6)
    expect(store.read('observationVariance')[0]).toBeCloseTo(26 / 3, 5)
    const [z] = normalise(tf.tensor2d([[8]]), statistics(store), 10).dataSync()
    expect(z).toBeCloseTo(4 / Math.sqrt(26 / 3), 5)
  })

  test('stays finite where a number never changes, and cuts off what is far out when it does', () => {
    const store = createStore(initialNormaliser(1))
    observe(store, Float32Array.of(7, 7, 7))
    const [same, other] = normalise(tf.tensor2d([[7], [8]]), statistics(store), 5).dataSync()
    expect(same).toBe(0)
    expect(other).toBe(5)
  })

  test('takes a data set as all that was ever seen, and leaves the rest of the learner alone', () => {
    const held: Record<string, Float32Array> = { parameters: Float32Array.of(9), observationMean: Float32Array.of(200) }
    const learner = {
      observationSize: 1,
      save: () => held,
      load: (saved: Readonly<Record<string, Float32Array>>) => void Object.assign(held, saved),
    }
    fitInputs(learner, Float32Array.of(1, 3))
    expect(held).toEqual({
      parameters: Float32Array.of(9),
      observationMean: Float32Array.of(2),
      observationVariance: Float32Array.of(1),
      observationCount: Float32Array.of(2),
    })
    expect(() => fitInputs(learner, new Float32Array(0))).toThrow(
      'no observations to fit the inputs to; hand over those of the data set',
    )
  })

  test('leaves its statistics alone when there are no rows', () => {
    const store = createStore(initialNormaliser(1))
    observe(store, new Float32Array(0))
    expect(store.read('observationVariance')[0]).toBe(1)
  })
})
