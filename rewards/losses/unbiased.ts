// A preference loss whose mean over wrong answers is what right ones alone would have given.

import * as tf from '@tensorflow/tfjs'
import { preferenceCrossEntropy, unsmoothLabel } from './bradley-terry.ts'

/** The loss falls without end where returns part; from here on it is flat. P = 0.998. */
const widest = 6

/**
 *   L = ((1 - e) l(d) - e l(-d)) / (1 - 2 e),   l(d) = softplus(-d), d for the preferred side
 *     = softplus(d) - y' d,   y' = (y - e) / (1 - 2 e)
 *
 * the cross-entropy with the label that smoothing by e would have turned into y. With a share e of the answers turned round,
 * the mean of L is that of l over the right ones.
 *
 * @param logOdds d, [..., batch]; cut to [-6, 6]
 * @param y [batch]
 * @param flipRate e, below 0.5
 * @source Ray Chowdhury et al. 2024 (rDPO), eq. 12; Natarajan et al. 2013
 */
export function unbiasedLoss(logOdds: tf.Tensor, y: tf.Tensor, flipRate: number): tf.Tensor {
  return preferenceCrossEntropy(tf.clipByValue(logOdds, -widest, widest), unsmoothLabel(y, flipRate))
}
