import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, test } from 'vitest'
import { gaussianActor, sampleClipped, weightedCloningLoss } from '../../agents/gaussian-actor.ts'
import { randomStream } from '../../sim/random.ts'

beforeAll(() => tf.setBackend('cpu'))

const actor = gaussianActor({ observation: 3, action: 2 }, { depth: 2, width: 8, logDeviation: { least: -5, most: 2 } })
const observations = () =>
  tf.tensor2d([
    [0.1, -2, 30],
    [5, 0, -1],
  ])

/** Parameters with the log deviations given. */
function parameters(...logDeviations: number[]): tf.Tensor {
  const vector = actor.layout.initialise(randomStream(1, 'actor'))
  vector.set(logDeviations, actor.layout.range('actor/log-deviation').begin)
  return tf.tensor1d(vector)
}

describe('the Gaussian actor', () => {
  test('has a mean in (-1, 1) and one deviation for all states', () => {
    const { mean, logDeviation } = actor.policy(parameters(-1, 0.5), observations())
    expect(mean.shape).toEqual([2, 2])
    for (const value of mean.dataSync()) expect(Math.abs(value)).toBeLessThan(1)
    expect([...logDeviation.dataSync()]).toEqual([-1, 0.5])
  })

  test('keeps its deviation within the limits', () => {
    expect([...actor.policy(parameters(-9, 9), observations()).logDeviation.dataSync()]).toEqual([-5, 2])
  })

  test('has no mean left but the bias where all hidden units are dropped', () => {
    const dropped = actor.policy(parameters(0, 0), observations(), tf.zeros([2, 2, 8]))
    expect([...dropped.mean.dataSync()]).toEqual([0, 0, 0, 0])
    const kept = actor.policy(parameters(0, 0), observations(), tf.ones([2, 2, 8])).mean.dataSync()
    expect([...kept]).toEqual([...actor.policy(parameters(0, 0), observations()).mean.dataSync()])
    expect(kept[0]).not.toBe(0)
  })

  test('samples within the range of actions', () => {
    const policy = { mean: tf.tensor2d([[0.5, -0.5]]), logDeviation: tf.tensor1d([0, Math.log(0.5)]) }
    const [first, second] = sampleClipped(policy, tf.tensor2d([[3, 0.5]])).dataSync()
    expect(first).toBe(1)
    expect(second).toBeCloseTo(-0.25, 6)
  })

  test('clones each action as much as it weighs', () => {
    const loss = weightedCloningLoss(tf.tensor2d([[-1], [-4]]), tf.tensor2d([[2], [0.5]]))
    expect(loss.dataSync()[0]).toBe((2 + 2) / 2)
  })
})
