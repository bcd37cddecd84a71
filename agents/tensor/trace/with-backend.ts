// TensorFlow.js has one present backend for everybody: whoever needs another one borrows it without awaiting.

import * as tf from '@tensorflow/tfjs'
import { registerMissingGradients } from '../missing-gradients.ts'

export function withBackend<R>(name: string, body: () => R): R {
  // Silences the advice to install tfjs-node, which would otherwise be printed at the first tensor.
  tf.env().set('PROD', true)
  registerMissingGradients()
  const before: string | undefined = tf.engine().backendName
  // Resolves at once for a backend that is made synchronously, as those used here are.
  void tf.setBackend(name)
  try {
    return body()
  } finally {
    void tf.setBackend(before ?? 'cpu')
  }
}
