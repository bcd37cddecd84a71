// Multi-layer perceptrons on flat parameter vectors, one network or an ensemble evaluated as one.

import * as tf from '@tensorflow/tfjs'
import type { Parameter } from './layout.ts'
import type { Shape } from './program.ts'

export type Activation = 'relu' | 'tanh' | 'leaky-relu' | 'gelu'

export interface MlpOptions {
  /** Put before the names of its parameters, such as `critic`. */
  readonly name: string
  /** Numbers in and out of each layer: inputs, hidden ..., outputs. */
  readonly sizes: readonly number[]
  readonly activation: Activation
  /** After each hidden layer, before its activation. @default false */
  readonly layerNorm?: boolean
  /** Networks of the same shape and different parameters, evaluated together; parameters get a leading axis. */
  readonly members?: number
  /** Deviation of the last layer's weights. @default as the other layers: sqrt(gain / inputs) */
  readonly lastDeviation?: number
}

export interface Mlp {
  readonly options: MlpOptions
  readonly parameters: readonly Parameter[]
  /**
   * @param views parameters by name, as Layout.views gives them
   * @param x [batch, inputs], or [members, batch, inputs]; an ensemble hands a plain batch to all its members
   * @returns [batch, outputs], or [members, batch, outputs]
   */
  forward(views: Readonly<Record<string, tf.Tensor>>, x: tf.Tensor): tf.Tensor
}

export function createMlp(options: MlpOptions): Mlp {
  const { name, sizes, activation, layerNorm = false, members } = options
  const lastLayer = sizes.length - 2
  return {
    options,
    parameters: layerParameters(options),
    forward(views, x) {
      let hidden = members !== undefined && x.rank === 2 ? shareAmongMembers(x, members) : x
      for (let layer = 0; layer <= lastLayer; layer++) {
        const at = (part: string) => views[`${name}/${layer}/${part}`]!
        hidden = tf.add(tf.matMul(hidden as tf.Tensor2D, at('weight') as tf.Tensor2D), at('bias'))
        if (layer === lastLayer) return hidden
        if (layerNorm) hidden = normalise(hidden, { scale: at('scale'), shift: at('shift') })
        hidden = activations[activation](hidden)
      }
      return hidden
    },
  }
}

function layerParameters({ name, sizes, layerNorm, members, lastDeviation, activation }: MlpOptions): Parameter[] {
  const lead = members === undefined ? [] : [members]
  // A bias of an ensemble needs an axis that the batch broadcasts over.
  const row = (size: number): Shape => (members === undefined ? [size] : [members, 1, size])
  const gain = activation === 'tanh' || layerNorm ? 1 : 2
  return sizes.slice(1).flatMap((outputs, layer): Parameter[] => {
    const inputs = sizes[layer]!
    const last = layer === sizes.length - 2
    const deviation = last && lastDeviation !== undefined ? lastDeviation : Math.sqrt(gain / inputs)
    const at = (part: string) => `${name}/${layer}/${part}`
    const affine: Parameter[] = [
      { name: at('weight'), shape: [...lead, inputs, outputs], initial: { normal: deviation } },
      { name: at('bias'), shape: row(outputs), initial: { constant: 0 } },
    ]
    if (!layerNorm || last) return affine
    return [
      ...affine,
      { name: at('scale'), shape: row(outputs), initial: { constant: 1 } },
      { name: at('shift'), shape: row(outputs), initial: { constant: 0 } },
    ]
  })
}

const activations: Readonly<Record<Activation, (x: tf.Tensor) => tf.Tensor>> = {
  relu: (x) => tf.relu(x),
  tanh: (x) => tf.tanh(x),
  'leaky-relu': (x) => tf.leakyRelu(x, 0.01),
  gelu,
}

/** x * Phi(x), with the normal distribution's Phi by its error function (Hendrycks and Gimpel 2016). */
export function gelu(x: tf.Tensor): tf.Tensor {
  return tf.mul(tf.mul(x, 0.5), tf.add(tf.erf(tf.mul(x, Math.SQRT1_2)), 1))
}

interface Affine {
  readonly scale: tf.Tensor
  readonly shift: tf.Tensor
}

const normEpsilon = 1e-5

/** (x - mean) / sqrt(variance + 1e-5) * scale + shift over the last axis (Ba, Kiros and Hinton 2016). */
export function normalise(x: tf.Tensor, { scale, shift }: Affine): tf.Tensor {
  const centred = tf.sub(x, tf.mean(x, -1, true))
  const variance = tf.mean(tf.square(centred), -1, true)
  return tf.add(tf.mul(tf.mul(centred, tf.rsqrt(tf.add(variance, normEpsilon))), scale), shift)
}

function shareAmongMembers(x: tf.Tensor, members: number): tf.Tensor {
  return tf.tile(tf.expandDims(x, 0), [members, 1, 1])
}
