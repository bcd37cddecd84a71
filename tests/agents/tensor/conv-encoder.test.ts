import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { createConvEncoder } from '../../../agents/tensor/conv-encoder.ts'
import { cpuExecutor } from '../../../agents/tensor/executors/cpu.ts'
import { createLayout } from '../../../agents/tensor/layout.ts'
import { createStore } from '../../../agents/tensor/store.ts'
import { convEncoderUpdate } from '../../support/programs/encoder-update.ts'
import { fillNormal, seededRandom } from '../../support/programs/program-case.ts'

const frame = [7, 9, 3] as const
const encoder = createConvEncoder({ name: 'see', frame, filters: [4, 5], embedding: 6 })
const layout = createLayout(encoder.parameters)
const values = layout.initialise(seededRandom(2))

/** Pixel by pixel: what a convolution is, written out. [height][width][filters] */
function convolved(image: number[][][], weight: number[][][][], bias: number[]): number[][][] {
  const side = (size: number) => Math.floor((size - 3) / 2) + 1
  return Array.from({ length: side(image.length) }, (_, i) =>
    Array.from({ length: side(image[0]!.length) }, (_, j) =>
      bias.map((shift, filter) => {
        let sum = shift
        for (let u = 0; u < 3; u++) {
          for (let v = 0; v < 3; v++) {
            image[2 * i + u]![2 * j + v]!.forEach((pixel, channel) => {
              sum += pixel * weight[u]![v]![channel]![filter]!
            })
          }
        }
        return Math.max(0, sum)
      }),
    ),
  )
}

function frames(count: number, seed = 5): tf.Tensor4D {
  const numbers = new Float32Array(count * frame[0] * frame[1] * frame[2])
  fillNormal(numbers, seededRandom(seed))
  return tf.tensor4d(numbers, [count, ...frame])
}

describe('a convolutional encoder', () => {
  test('is convolutions, rectifiers, a linear layer and a norm', () => {
    tf.tidy(() => {
      const views = layout.views(tf.tensor1d(values))
      const given = frames(2)
      const found = encoder.forward(views, given).arraySync() as number[][]
      for (const [i, image] of (given.arraySync() as number[][][][]).entries()) {
        let hidden = image
        for (const layer of [0, 1]) {
          const [weight, bias] = ['weight', 'bias'].map((part) => views[`see/${layer}/${part}`]!.arraySync())
          hidden = convolved(hidden, weight as number[][][][], bias as number[])
        }
        const row = tf.tensor2d([hidden.flat(2)])
        const linear = Array.from(tf.matMul(row, views['see/linear/weight'] as tf.Tensor2D).dataSync())
        const mean = linear.reduce((sum, x) => sum + x, 0) / linear.length
        const variance = linear.reduce((sum, x) => sum + (x - mean) ** 2, 0) / linear.length
        linear.forEach((x, at) => {
          expect(found[i]![at]).toBeCloseTo((x - mean) / Math.sqrt(variance + 1e-5), 4)
        })
      }
    })
  })

  test('has the sizes that DrQ has, unless told otherwise', () => {
    const drq = createConvEncoder({ name: 'encoder', frame: [84, 84, 3], embedding: 50 })
    const shapes = Object.fromEntries(drq.parameters.map(({ name, shape }) => [name, shape]))
    expect(shapes).toMatchObject({
      'encoder/0/weight': [3, 3, 3, 32],
      'encoder/3/weight': [3, 3, 32, 32],
      'encoder/linear/weight': [4 * 4 * 32, 50],
      'encoder/norm/scale': [50],
    })
    expect(Object.keys(shapes)).toHaveLength(12)
  })

  test('sees each frame by itself', () => {
    tf.tidy(() => {
      const views = layout.views(tf.tensor1d(values))
      const [both, second] = [frames(2), tf.slice(frames(2), [1], [1])]
      const expected = encoder.forward(views, second).dataSync()
      expect(tf.slice(encoder.forward(views, both), [1], [1]).dataSync()).toEqual(expected)
    })
  })

  test('has a gradient as finite differences find it', () => {
    tf.tidy(() => {
      const given = frames(2)
      const loss = (x: tf.Tensor) => tf.sum(tf.mul(encoder.forward(layout.views(x), given), tf.range(0, 6)))
      const gradient = tf.grad(loss)(tf.tensor1d(values)).dataSync()
      const step = 1e-3
      for (let i = 0; i < values.length; i += 37) {
        const moved = (by: number) => tf.tensor1d(values.map((x, at) => (at === i ? x + by : x)))
        const slope = (loss(moved(step)).dataSync()[0]! - loss(moved(-step)).dataSync()[0]!) / (2 * step)
        expect(Math.abs(gradient[i]! - slope)).toBeLessThan(0.05 * Math.max(1, Math.abs(slope)))
      }
    })
  })

  test('learns one batch by heart', async () => {
    const each = convEncoderUpdate({ frames: 6, side: 15, filters: [8, 8], embedding: 4 })
    const store = createStore(each.state)
    const update = await cpuExecutor.compile(each.program, store)
    // Embeddings that a norm can reach: mean 0, deviation 1.
    update.inputs.goal!.set([1, -1, 1, -1, -1, 1, 1, -1, -1, -1, 1, 1, 1, 1, -1, -1, 1, -1, -1, 1, -1, 1, -1, 1])
    fillNormal(update.inputs.frames!, seededRandom(3))
    const first = (await update.run()).loss![0]!
    let last = first
    for (let i = 0; i < 300; i++) last = (await update.run()).loss![0]!
    await update.dispose()
    expect(first).toBeGreaterThan(0.5)
    expect(last).toBeLessThan(0.01 * first)
  })

  test('needs frames that are large enough for its convolutions', () => {
    expect(() => createConvEncoder({ name: 'encoder', frame: [20, 20, 3], embedding: 8 })).toThrow(
      '4 convolutions of stride 2 leave nothing of [20,20,3]; use fewer',
    )
  })
})
