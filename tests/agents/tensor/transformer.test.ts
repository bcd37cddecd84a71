import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { cpuExecutor } from '../../../agents/tensor/executors/cpu.ts'
import { layerNorm } from '../../../agents/tensor/layer-norm.ts'
import { createLayout } from '../../../agents/tensor/layout.ts'
import { createStore } from '../../../agents/tensor/store.ts'
import { createTransformer, type TransformerOptions } from '../../../agents/tensor/transformer.ts'
import { fillNormal, seededRandom } from '../../support/programs/program-case.ts'
import { sequenceRegression } from '../../support/programs/sequence-regression.ts'

const [batch, tokens, width] = [2, 6, 8]

function build(options: Partial<TransformerOptions> = {}) {
  const transformer = createTransformer({ name: 'net', width, blocks: 2, heads: 2, steps: tokens, ...options })
  const layout = createLayout(transformer.parameters)
  return { transformer, layout, values: layout.initialise(seededRandom(2)) }
}

function forward({ transformer, layout, values }: ReturnType<typeof build>, x: tf.Tensor) {
  return transformer.forward(layout.views(tf.tensor1d(values)), x)
}

function someTokens(count = tokens): tf.Tensor3D {
  const numbers = new Float32Array(batch * count * width)
  fillNormal(numbers, seededRandom(4))
  return tf.tensor3d(numbers, [batch, count, width])
}

describe('a transformer', () => {
  test.each([1, 3, 5])('gives the past the same answers whatever comes after token %s', (at) => {
    tf.tidy(() => {
      const net = build()
      const given = someTokens()
      const later = tf.greaterEqual(tf.reshape(tf.range(0, tokens), [1, tokens, 1]), at)
      const changed = tf.where(tf.tile(later, [batch, 1, width]), tf.add(given, 7), given)
      const before = (x: tf.Tensor) => tf.slice(forward(net, x), [0, 0, 0], [-1, at, -1]).dataSync()
      expect(before(changed)).toEqual(before(given))
      const after = (x: tf.Tensor) => tf.slice(forward(net, x), [0, at, 0], [-1, 1, -1]).dataSync()
      expect(after(changed)).not.toEqual(after(given))
    })
  })

  test('reads what comes before', () => {
    tf.tidy(() => {
      const net = build({ blocks: 1 })
      const given = someTokens()
      const first = tf.equal(tf.reshape(tf.range(0, tokens), [1, tokens, 1]), 0)
      const changed = tf.where(tf.tile(first, [batch, 1, width]), tf.neg(given), given)
      const last = (x: tf.Tensor) => tf.slice(forward(net, x), [0, tokens - 1, 0], [-1, 1, -1]).dataSync()
      expect(last(changed)).not.toEqual(last(given))
    })
  })

  test('without blocks is a norm of tokens and positions, of which the tokens of a step share one', () => {
    tf.tidy(() => {
      const net = build({ blocks: 0, steps: 5, tokensPerStep: 2 })
      const given = someTokens()
      const positions = net.layout.view(tf.tensor1d(net.values), 'net/positions')
      const shared = tf.gather(positions, tf.tensor1d([0, 0, 1, 1, 2, 2], 'int32'))
      const affine = { scale: tf.ones([width]), shift: tf.zeros([width]) }
      const expected = layerNorm(tf.reshape(tf.add(given, shared), [-1, width]), affine).dataSync()
      forward(net, given)
        .dataSync()
        .forEach((x, i) => {
          expect(x).toBeCloseTo(expected[i]!, 5)
        })
    })
  })

  test('answers tokens of mean 0 and deviation 1', () => {
    tf.tidy(() => {
      const { mean, variance } = tf.moments(forward(build(), someTokens()), -1)
      for (const x of mean.dataSync()) expect(x).toBeCloseTo(0, 4)
      for (const x of variance.dataSync()) expect(x).toBeCloseTo(1, 3)
    })
  })

  test('tells the same token apart by its place', () => {
    tf.tidy(() => {
      const same = tf.tile(tf.slice(someTokens(), [0, 0, 0], [-1, 1, -1]), [1, 2, 1])
      const [first, second] = tf.unstack(forward(build(), same), 1)
      expect(first!.dataSync()).not.toEqual(second!.dataSync())
    })
  })

  test('says how long a sequence may be', () => {
    expect(() => tf.tidy(() => forward(build(), someTokens(7)))).toThrow(
      'a sequence of 7 tokens; at most 6, 1 for each step',
    )
    expect(() => tf.tidy(() => forward(build({ tokensPerStep: 2 }), someTokens(5)))).toThrow(
      'a sequence of 5 tokens; at most 12, 2 for each step',
    )
  })

  test('has a gradient as finite differences find it', () => {
    tf.tidy(() => {
      const net = build({ blocks: 1 })
      const given = someTokens()
      const weights = tf.reshape(tf.range(0, tokens * width), [tokens, width])
      const loss = (x: tf.Tensor) =>
        tf.mean(tf.mul(net.transformer.forward(net.layout.views(x), given), weights)) as tf.Scalar
      const gradient = tf.grad(loss)(tf.tensor1d(net.values)).dataSync()
      const step = 1e-2
      for (let i = 0; i < net.values.length; i += 41) {
        const moved = (by: number) => tf.tensor1d(net.values.map((x, at) => (at === i ? x + by : x)))
        const slope = (loss(moved(step)).dataSync()[0]! - loss(moved(-step)).dataSync()[0]!) / (2 * step)
        expect(Math.abs(gradient[i]! - slope)).toBeLessThan(0.03 * Math.max(1, Math.abs(slope)))
      }
    })
  })

  test('learns one batch by heart, the answer to a step from steps before it', async () => {
    const each = sequenceRegression({ batch: 4, steps: 5, width: 16, heads: 2, blocks: 1 })
    const store = createStore(each.state)
    const update = await cpuExecutor.compile(each.program, store)
    const { states, actions, goal } = update.inputs as Record<string, Float32Array>
    fillNormal(states!, seededRandom(3))
    fillNormal(actions!, seededRandom(4))
    // The first state's first number, whatever the step: only attention can bring it there.
    for (let i = 0; i < goal!.length; i++) goal![i] = states![Math.floor(i / 5) * 25]!
    const first = (await update.run()).loss![0]!
    let last = first
    for (let i = 0; i < 200; i++) last = (await update.run()).loss![0]!
    await update.dispose()
    expect(last).toBeLessThan(0.01 * first)
  })
})
