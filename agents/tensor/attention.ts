// Causal self-attention of several heads: each token reads itself and the tokens before it.

import * as tf from '@tensorflow/tfjs'
import type { Parameter } from './layout.ts'
import type { Views } from './mlp.ts'

export interface AttentionOptions {
  /** Put before the names of its parameters, such as `block/0/attention`. */
  readonly name: string
  /** Numbers of a token. */
  readonly width: number
  /** Divides the width. */
  readonly heads: number
  /** Deviation of the output's weights. @default sqrt(1 / width), as all others */
  readonly lastDeviation?: number
}

export interface Attention {
  readonly parameters: readonly Parameter[]
  /**
   * @param views parameters by name, as Layout.views gives them
   * @param x [batch, tokens, width]
   * @returns [batch, tokens, width]
   */
  forward(views: Views, x: tf.Tensor): tf.Tensor
}

/**
 *   softmax(Q K' / sqrt(width / heads) + M) V,   M = 0 for a token and those before it, else -1e9
 *
 * for each head. Q, K and V are linear in x without a bias: that of K would cancel, and its gradient be rounding alone.
 *
 * @throws RangeError when the heads do not divide the width
 * @source Vaswani et al. 2017, section 3.2
 */
export function createCausalAttention(options: AttentionOptions): Attention {
  const { name, width, heads, lastDeviation } = options
  if (width % heads !== 0) throw new RangeError(`${heads} heads do not divide a width of ${width}`)
  const size = width / heads
  const deviation = Math.sqrt(1 / width)
  return {
    parameters: [
      { name: `${name}/read`, shape: [width, 3 * width], initial: { normal: deviation } },
      { name: `${name}/write`, shape: [width, width], initial: { normal: lastDeviation ?? deviation } },
      { name: `${name}/bias`, shape: [width], initial: { constant: 0 } },
    ],
    forward(views, x) {
      const [batch, tokens] = x.shape as [number, number, number]
      const rows = tf.reshape(x, [batch * tokens, width])
      const read = tf.split(tf.matMul(rows, views[`${name}/read`]!), 3, 1)
      const perHead = (part: tf.Tensor) => tf.transpose(tf.reshape(part, [batch, tokens, heads, size]), [0, 2, 1, 3])
      const [query, key, value] = read.map(perHead) as [tf.Tensor, tf.Tensor, tf.Tensor]
      const likeness = tf.matMul(tf.mul(query, Math.sqrt(1 / size)), key, false, true)
      const found = tf.matMul(tf.softmax(tf.add(likeness, causalMask(tokens))), value)
      const joined = tf.reshape(tf.transpose(found, [0, 2, 1, 3]), [batch * tokens, width])
      const written = tf.add(tf.matMul(joined, views[`${name}/write`]!), views[`${name}/bias`]!)
      return tf.reshape(written, [batch, tokens, width])
    },
  }
}

/** 0 where a token may look, a number that no likeness outweighs where not: [tokens, tokens]. */
function causalMask(tokens: number): tf.Tensor {
  const numbers = Float32Array.from({ length: tokens * tokens }, (_, i) =>
    i % tokens <= Math.floor(i / tokens) ? 0 : -1e9,
  )
  return tf.tensor2d(numbers, [tokens, tokens])
}
