// Multi-layer perceptrons on flat parameter vectors: one network, or an ensemble of the same shape.

import * as tf from '@tensorflow/tfjs'
import { gelu } from './gelu.ts'
import { layerNorm } from './layer-norm.ts'
import type { Parameter } from './layout.ts'

export type Activation = 'relu' | 'tanh' | 'leaky-relu' | 'gelu'

export interface MlpOptions {
  /** Put before the names of its parameters, such as `critic`. */
  readonly name: string
  /** Numbers in and out of each layer: inputs, hidden ..., outputs. */
  readonly sizes: readonly number[]
  readonly activation: Activation
  /** After each hidden layer, before its activation. @default false */
  readonly layerNorm?: boolean
  /**
   * Networks of the same shape with parameters of their own, each in one stretch of the vector. They are separate
   * products in the graph: on a CPU that is faster than one batched product, whose bias cannot be fused.
   */
  readonly members?: number
  /** Deviation of the last layer's weights. @default as the other layers: sqrt(gain / inputs) */
  readonly lastDeviation?: number
}

export type Views = Readonly<Record<string, tf.Tensor>>

export interface Mlp {
  readonly options: MlpOptions
  readonly parameters: readonly Parameter[]
  /**
   * @param views parameters by name, as Layout.views gives them
   * @param x [batch, inputs], which an ensemble hands to all its members; or [members, batch, inputs]
   * @param keep factors of each hidden layer's units behind the activation, such as dropout's, [batch, units] each
   * @returns [batch, outputs], or [members, batch, outputs]
   */
  forward(views: Views, x: tf.Tensor, keep?: readonly tf.Tensor[]): tf.Tensor
}

export function createMlp(options: MlpOptions): Mlp {
  const { name, members } = options
  const memberNames = members === undefined ? [name] : Array.from({ length: members }, (_, i) => `${name}/${i}`)
  return {
    options,
    parameters: memberNames.flatMap((member) => networkParameters(member, options)),
    forward(views, x, keep) {
      if (members === undefined) return networkForward({ name, views, options, keep }, x)
      const given = x.rank === 3 ? tf.unstack(x) : memberNames.map(() => x)
      return tf.stack(memberNames.map((member, i) => networkForward({ name: member, views, options, keep }, given[i]!)))
    },
  }
}

interface Network {
  readonly name: string
  readonly views: Views
  readonly options: MlpOptions
  readonly keep: readonly tf.Tensor[] | undefined
}

function networkForward({ name, views, options, keep }: Network, x: tf.Tensor): tf.Tensor {
  const last = options.sizes.length - 2
  let hidden = x
  for (let layer = 0; layer <= last; layer++) {
    const at = (part: string) => views[`${name}/${layer}/${part}`]!
    hidden = tf.add(tf.matMul(hidden as tf.Tensor2D, at('weight') as tf.Tensor2D), at('bias'))
    if (layer === last) break
    if (options.layerNorm) hidden = layerNorm(hidden, { scale: at('scale'), shift: at('shift') })
    hidden = activations[options.activation](hidden)
    if (keep) hidden = tf.mul(hidden, keep[layer]!)
  }
  return hidden
}

const activations: Readonly<Record<Activation, (x: tf.Tensor) => tf.Tensor>> = {
  relu: (x) => tf.relu(x),
  tanh: (x) => tf.tanh(x),
  'leaky-relu': (x) => tf.leakyRelu(x, 0.01),
  gelu,
}

/** Weights are normal with deviation sqrt(gain / inputs): 2 for rectifiers (He et al. 2015), 1 where norms or tanh follow. */
function networkParameters(name: string, options: MlpOptions): Parameter[] {
  const { sizes, activation, lastDeviation } = options
  const gain = activation === 'tanh' || options.layerNorm ? 1 : 2
  return sizes.slice(1).flatMap((outputs, layer): Parameter[] => {
    const inputs = sizes[layer]!
    const isLast = layer === sizes.length - 2
    const deviation = isLast && lastDeviation !== undefined ? lastDeviation : Math.sqrt(gain / inputs)
    const at = (part: string) => `${name}/${layer}/${part}`
    const affine: Parameter[] = [
      { name: at('weight'), shape: [inputs, outputs], initial: { normal: deviation } },
      { name: at('bias'), shape: [outputs], initial: { constant: 0 } },
    ]
    if (!options.layerNorm || isLast) return affine
    return [
      ...affine,
      { name: at('scale'), shape: [outputs], initial: { constant: 1 } },
      { name: at('shift'), shape: [outputs], initial: { constant: 0 } },
    ]
  })
}
