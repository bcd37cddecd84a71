// The losses on the log-odds of pairs that can be named.

import type * as tf from '@tensorflow/tfjs'
import { preferenceCrossEntropy } from './bradley-terry.ts'
import { logitRegressionLoss } from './logit-regression.ts'
import type { PreferenceLoss } from './loss-names.ts'
import { unbiasedLoss } from './unbiased.ts'

/**
 * `lcpo` is the cross-entropy too: it changes the labels, before each pass (denoising/label-confidence.ts).
 *
 * @param logOdds that the first is preferred, [..., batch]
 * @param y [batch]
 * @returns [..., batch]
 */
export function preferenceLoss(logOdds: tf.Tensor, y: tf.Tensor, loss: PreferenceLoss | undefined): tf.Tensor {
  switch (loss?.name) {
    case 'rdpo':
      return unbiasedLoss(logOdds, y, loss.flipRate)
    case 'irepo':
      return logitRegressionLoss(logOdds, y, loss.flipRate)
    default:
      return preferenceCrossEntropy(logOdds, y)
  }
}
