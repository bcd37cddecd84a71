// Gradients that TensorFlow.js lacks for operations that learners use. Added to it once, for every backend, so that a
// program has the same gradient compiled and eager.

import * as tf from '@tensorflow/tfjs'

let registered = false

/** Leaves alone what TensorFlow.js, in this version or a later one, has a gradient for. */
export function registerMissingGradients(): void {
  if (registered) return
  registered = true
  for (const config of [...flat, topK, einsum]) {
    if (!tf.getGradient(config.kernelName)) tf.registerGradient(config)
  }
}

/** Steps: their slope is 0 wherever they have one. Without it nothing could be learned through `where(greater(a, b), ...)`. */
const flat = ['Greater', 'Less', 'LessEqual', 'Equal', 'NotEqual', 'LogicalAnd', 'LogicalOr', 'LogicalNot'].map(
  (kernelName): tf.GradConfig => {
    const inputsToSave = kernelName === 'LogicalNot' ? ['x'] : ['a', 'b']
    return {
      kernelName,
      inputsToSave,
      gradFunc: (_, saved) => Object.fromEntries(inputsToSave.map((name, i) => [name, () => zerosOf(saved[i]!)])),
    }
  },
)

function zerosOf({ shape }: tf.Tensor): tf.Tensor {
  return tf.zeros(shape)
}

/** What is among the largest hands its gradient to where it came from; positions have none. */
const topK: tf.GradConfig = {
  kernelName: 'TopK',
  inputsToSave: ['x'],
  outputsToSave: [false, true],
  gradFunc(dy, saved) {
    const [slope] = dy as tf.Tensor[]
    const [x, positions] = saved as [tf.Tensor, tf.Tensor]
    const cameFrom = tf.oneHot(positions, x.shape.at(-1)!, 1, 0, 'float32')
    return { x: () => tf.sum(tf.mul(cameFrom, tf.expandDims(slope!, -1)), -2) }
  },
}

/** For c = einsum('A,B->C', a, b): da = einsum('C,B->A', dc, b) and db = einsum('A,C->B', a, dc). */
const einsum: tf.GradConfig = {
  kernelName: 'Einsum',
  saveAllInputs: true,
  gradFunc(dy, saved, attributes) {
    const [parts = '', result = ''] = (attributes.equation as string).replaceAll(' ', '').split('->')
    const letters = parts.split(',')
    const slopes = saved.map((_, i) => (): tf.Tensor => {
      const own = letters[i]!
      const alone = [...own].find((letter) => !letters.with(i, result).some((others) => others.includes(letter)))
      if (alone) throw new RangeError(`einsum '${attributes.equation}' has no gradient: '${alone}' is summed alone`)
      return tf.einsum(`${letters.with(i, result)}->${own}`, ...saved.with(i, dy as tf.Tensor))
    })
    return Object.fromEntries(slopes.map((slope, i) => [i, slope]))
  },
}
