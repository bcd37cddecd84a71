// How much each step of a segment counts in its sum: attention that looks both ways (the preference attention layer).

import * as tf from '@tensorflow/tfjs'
import type { Parameter } from '../../../agents/tensor/layout.ts'
import type { Views } from '../../../agents/tensor/mlp.ts'

export interface SegmentAttention {
  readonly parameters: readonly Parameter[]
  /** @param x [segments, length, width]; @returns [segments, length], 1 on average over each segment */
  weights(views: Views, x: tf.Tensor): tf.Tensor
}

/**
 *   w_t = sum over i of softmax over t of (q_i . k_t / sqrt(width)),   R = sum over t of w_t r_t
 *
 * The paper's weights are these over the length; here a segment whose steps all count alike has the plain sum. Keys have
 * no bias: it would cancel.
 *
 * @source Kim et al. 2023, section 4.2; their code ships with it turned off
 */
export function createSegmentAttention(name: string, width: number): SegmentAttention {
  const [query, key] = [`${name}/query`, `${name}/key`]
  const initial = { normal: Math.sqrt(1 / width) }
  return {
    parameters: [
      { name: query, shape: [width, width], initial },
      { name: key, shape: [width, width], initial },
    ],
    weights(views, x) {
      const [segments, length] = x.shape as [number, number]
      const rows = tf.reshape(x, [segments * length, width])
      const [q, k] = [query, key].map((each) => tf.reshape(tf.matMul(rows, views[each]!), x.shape))
      const likeness = tf.mul(tf.matMul(q!, k!, false, true), Math.sqrt(1 / width))
      return tf.sum(tf.softmax(likeness), 1)
    },
  }
}
