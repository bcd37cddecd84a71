import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { createCausalAttention } from '../../../agents/tensor/attention.ts'
import { createLayout } from '../../../agents/tensor/layout.ts'
import { fillNormal, seededRandom } from '../../support/programs/program-case.ts'

const [batch, tokens, width, heads] = [2, 5, 6, 3]
const attention = createCausalAttention({ name: 'look', width, heads })
const layout = createLayout(attention.parameters)
const values = layout.initialise(seededRandom(2))

function someTokens(seed = 4): tf.Tensor {
  const numbers = new Float32Array(batch * tokens * width)
  fillNormal(numbers, seededRandom(seed))
  return tf.tensor3d(numbers, [batch, tokens, width])
}

const rowsTimes = (row: readonly number[], matrix: readonly (readonly number[])[]) =>
  matrix[0]!.map((_, column) => row.reduce((sum, x, i) => sum + x * matrix[i]![column]!, 0))

/** Token by token and head by head, as the formula has it. */
function attended(sequence: number[][], read: number[][], write: number[][]): number[][] {
  const size = width / heads
  const projected = sequence.map((token) => rowsTimes(token, read))
  return projected.map((own, at) => {
    const joined = Array.from({ length: heads }, (_, head) => {
      const part = (row: readonly number[], which: number) =>
        row.slice(which * width + head * size, which * width + (head + 1) * size)
      const before = projected.slice(0, at + 1)
      const scores = before.map((row) => {
        const dot = part(row, 1).reduce((sum, x, i) => sum + x * part(own, 0)[i]!, 0)
        return Math.exp(dot / Math.sqrt(size))
      })
      const total = scores.reduce((sum, x) => sum + x, 0)
      return Array.from({ length: size }, (_, i) =>
        before.reduce((sum, row, other) => sum + (scores[other]! / total) * part(row, 2)[i]!, 0),
      )
    }).flat()
    return rowsTimes(joined, write)
  })
}

describe('causal self-attention', () => {
  test('is what its formula says, token by token and head by head', () => {
    tf.tidy(() => {
      const views = layout.views(tf.tensor1d(values))
      const given = someTokens()
      const [read, write] = ['read', 'write'].map((part) => views[`look/${part}`]!.arraySync() as number[][])
      const found = attention.forward(views, given).arraySync() as number[][][]
      for (const [i, sequence] of (given.arraySync() as number[][][]).entries()) {
        for (const [at, row] of attended(sequence, read!, write!).entries()) {
          for (const [column, x] of row.entries()) expect(found[i]![at]![column]).toBeCloseTo(x, 5)
        }
      }
    })
  })

  test('adds its bias', () => {
    tf.tidy(() => {
      const { begin, end } = layout.range('look/bias')
      const shifted = values.slice().fill(1.5, begin, end)
      const [plain, more] = [values, shifted].map((each) =>
        attention.forward(layout.views(tf.tensor1d(each)), someTokens()),
      )
      for (const x of tf.sub(more!, plain!).dataSync()) expect(x).toBeCloseTo(1.5, 5)
    })
  })

  test('starts with an output as small as asked for', () => {
    const quiet = createCausalAttention({ name: 'look', width: 64, heads: 4, lastDeviation: 0.01 })
    const deviations = quiet.parameters.map(({ initial }) => ('normal' in initial ? initial.normal : 0))
    expect(deviations).toEqual([1 / 8, 0.01, 0])
  })

  test('needs heads that divide its width', () => {
    expect(() => createCausalAttention({ name: 'look', width: 10, heads: 4 })).toThrow(
      '4 heads do not divide a width of 10',
    )
  })
})
