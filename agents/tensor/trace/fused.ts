// Operations that the compiled graph knows as one node, and plain TensorFlow.js as several.

import * as tf from '@tensorflow/tfjs'
import { traceBackendName } from './backend.ts'

/**
 * Records a fused kernel (kernels/fused.ts) while a program is traced; nothing otherwise, and the caller composes it.
 */
export function runFused(
  kernel: string,
  inputs: Readonly<Record<string, tf.Tensor>>,
): readonly tf.Tensor[] | undefined {
  if (tf.engine().backendName !== traceBackendName) return undefined
  return tf.engine().runKernel<tf.Tensor[]>(kernel, { ...inputs })
}
