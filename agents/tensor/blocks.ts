// A batch in blocks: each goes forward and backward before the next begins, so that what a layer computed is still in the
// cache when its gradient needs it.

import * as tf from '@tensorflow/tfjs'
import { type GradientAndReport, type LossAndReport, lossAndGradient } from './gradient.ts'

export interface BlockGradient {
  /** Summed over the blocks. */
  readonly loss: tf.Tensor
  readonly gradient: tf.Tensor
  /** Of each block. */
  readonly reports: readonly GradientAndReport['report'][]
}

/**
 * Gradient of the sum of the blocks' losses.
 *
 * @param count of blocks, at least 1
 * @param define the loss of one of them: its share of the whole, so that the sum needs no division
 */
export function gradientInBlocks(
  parameters: tf.Tensor,
  count: number,
  define: (parameters: tf.Tensor, block: number) => LossAndReport,
): BlockGradient {
  const blocks = Array.from({ length: count }, (_, block) => lossAndGradient(parameters, (x) => define(x, block)))
  return {
    loss: blocks.map(({ loss }) => loss).reduce((sum, loss) => tf.add(sum, loss)),
    gradient: blocks.map(({ gradient }) => gradient).reduce((sum, gradient) => tf.add(sum, gradient)),
    reports: blocks.map(({ report }) => report),
  }
}

/**
 * Sizes of the blocks of a batch: as equal as they can be, none above `most`.
 *
 * @param total things in the batch
 */
export function blockSizes(total: number, most: number): number[] {
  const count = Math.ceil(total / Math.max(1, most))
  return Array.from(
    { length: count },
    (_, i) => Math.floor(((i + 1) * total) / count) - Math.floor((i * total) / count),
  )
}
