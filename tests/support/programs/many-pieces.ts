// Splits its input into more pieces than a graphics card's shader has buffers.

import * as tf from '@tensorflow/tfjs'
import { fillNormal, type ProgramCase } from './program-case.ts'

const sizes = Array.from({ length: 19 }, (_, i) => (i % 4) + 1)
const size = sizes.reduce((sum, each) => sum + each, 0)

export function manyPieces(): ProgramCase {
  return {
    program: {
      name: 'many-pieces',
      inputs: { x: [size] },
      state: { total: [size] },
      define({ x }, { total }) {
        const pieces = tf.split(x!, sizes).map((piece, i) => tf.mul(tf.reverse(piece), i + 1))
        return { outputs: {}, state: { total: tf.add(total!, tf.concat(pieces.toReversed())) } }
      },
    },
    state: { total: { shape: [size] } },
    fill: ({ x }, random) => fillNormal(x!, random),
  }
}
