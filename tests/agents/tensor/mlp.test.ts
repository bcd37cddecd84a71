import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { createLayout } from '../../../agents/tensor/layout.ts'
import { createMlp, type MlpOptions } from '../../../agents/tensor/mlp.ts'
import { seededRandom } from '../../support/programs/program-case.ts'

function build(options: Partial<MlpOptions> = {}) {
  const mlp = createMlp({ name: 'net', sizes: [3, 5, 2], activation: 'relu', ...options })
  const layout = createLayout(mlp.parameters)
  return { mlp, layout, values: layout.initialise(seededRandom(2)) }
}

function forward({ mlp, layout, values }: ReturnType<typeof build>, x: tf.Tensor) {
  return mlp.forward(layout.views(tf.tensor1d(values)), x)
}

const batch = () =>
  tf.tensor2d([
    [1, -2, 0.5],
    [0, 1, 2],
    [-1, -1, 3],
    [0.3, 0, -2],
  ])

describe('a multi-layer perceptron', () => {
  test('is products, biases and activations', () => {
    tf.tidy(() => {
      const net = build()
      const view = (name: string) => net.layout.view(tf.tensor1d(net.values), `net/${name}`) as tf.Tensor2D
      const hidden = tf.relu(tf.add(tf.matMul(batch(), view('0/weight')), view('0/bias')))
      const expected = tf.add(tf.matMul(hidden as tf.Tensor2D, view('1/weight')), view('1/bias'))
      expect(forward(net, batch()).arraySync()).toEqual(expected.arraySync())
    })
  })

  test('normalises hidden layers to mean 0 and deviation 1 before the activation, and never the last', () => {
    const { mlp } = build({ layerNorm: true })
    expect(mlp.parameters.map(({ name }) => name)).toEqual([
      'net/0/weight',
      'net/0/bias',
      'net/0/scale',
      'net/0/shift',
      'net/1/weight',
      'net/1/bias',
    ])
    tf.tidy(() => {
      // One hidden unit is always the same after normalisation, whatever goes in.
      const net = build({ layerNorm: true, sizes: [3, 1, 1] })
      const [first, ...rest] = forward(net, batch()).dataSync()
      for (const value of rest) expect(value).toBeCloseTo(first!, 6)
    })
  })

  test('starts with weights of deviation sqrt(gain / inputs), biases 0, and a last layer as small as asked for', () => {
    const sizes = [400, 300, 200]
    const deviationOf = (options: Partial<MlpOptions>, name: string) => {
      const { layout, values } = build({ sizes, ...options })
      const { begin, end } = layout.range(name)
      const part = values.subarray(begin, end)
      return Math.sqrt(part.reduce((sum, x) => sum + x * x, 0) / part.length)
    }
    expect(deviationOf({}, 'net/0/weight')).toBeCloseTo(Math.sqrt(2 / 400), 2)
    expect(deviationOf({ activation: 'tanh' }, 'net/0/weight')).toBeCloseTo(Math.sqrt(1 / 400), 2)
    expect(deviationOf({}, 'net/1/weight')).toBeCloseTo(Math.sqrt(2 / 300), 2)
    expect(deviationOf({ lastDeviation: 0.01 }, 'net/1/weight')).toBeCloseTo(0.01, 3)
    expect(deviationOf({}, 'net/0/bias')).toBe(0)
  })

  test.each(['relu', 'tanh', 'leaky-relu', 'gelu'] as const)(
    'has a gradient through %s as finite differences find it',
    (activation) => {
      tf.tidy(() => {
        const net = build({ activation, layerNorm: true })
        const loss = (x: tf.Tensor) => tf.sum(tf.square(net.mlp.forward(net.layout.views(x), batch()))) as tf.Scalar
        const gradient = tf.grad(loss)(tf.tensor1d(net.values)).dataSync()
        const step = 1e-2
        for (let i = 0; i < net.values.length; i += 3) {
          const moved = (by: number) => tf.tensor1d(net.values.map((x, at) => (at === i ? x + by : x)))
          const slope = (loss(moved(step)).dataSync()[0]! - loss(moved(-step)).dataSync()[0]!) / (2 * step)
          expect(Math.abs(gradient[i]! - slope)).toBeLessThan(0.05 * Math.max(1, Math.abs(slope)))
        }
      })
    },
  )
})

describe('an ensemble', () => {
  test('answers as each of its members does alone', () => {
    tf.tidy(() => {
      const net = build({ members: 3 })
      const found = forward(net, batch())
      expect(found.shape).toEqual([3, 4, 2])
      for (const [member, expected] of tf.unstack(found).entries()) {
        const alone = build()
        const { begin } = net.layout.range(`net/${member}/0/weight`)
        const values = net.values.subarray(begin, begin + alone.layout.size)
        expect(expected.arraySync()).toEqual(forward({ ...alone, values }, batch()).arraySync())
      }
    })
  })

  test('takes a batch of its own for each member', () => {
    tf.tidy(() => {
      const net = build({ members: 2 })
      const other = tf.neg(batch())
      const found = tf.unstack(forward(net, tf.stack([batch(), other])))
      expect(found[0]!.arraySync()).toEqual(tf.unstack(forward(net, batch()))[0]!.arraySync())
      expect(found[1]!.arraySync()).toEqual(tf.unstack(forward(net, other))[1]!.arraySync())
    })
  })

  test('has members that start apart', () => {
    const { layout, values } = build({ members: 2 })
    expect(values[layout.range('net/0/0/weight').begin]).not.toBe(values[layout.range('net/1/0/weight').begin])
  })
})
