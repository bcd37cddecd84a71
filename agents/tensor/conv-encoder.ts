// From frames to embeddings: convolutions, a linear layer, layer normalisation. On flat parameter vectors, as mlp.ts is.

import * as tf from '@tensorflow/tfjs'
import { layerNorm } from './layer-norm.ts'
import type { Parameter } from './layout.ts'
import type { Views } from './mlp.ts'

export interface ConvEncoderOptions {
  /** Put before the names of its parameters, such as `encoder`. */
  readonly name: string
  /** Height, width and channels of a frame. */
  readonly frame: readonly [height: number, width: number, channels: number]
  /** Filters of each convolution. @default four times 32 */
  readonly filters?: readonly number[]
  /** Pixels between the windows of all convolutions, each of 3 x 3 pixels without padding. @default 2 */
  readonly stride?: number
  /** Numbers that stand for a frame. */
  readonly embedding: number
}

export interface ConvEncoder {
  readonly parameters: readonly Parameter[]
  /**
   * @param views parameters by name, as Layout.views gives them
   * @param frames [batch, height, width, channels], numbers around 0
   * @returns [batch, embedding]
   */
  forward(views: Views, frames: tf.Tensor): tf.Tensor
}

const window = 3

/**
 * @throws RangeError when nothing is left of a frame after the convolutions
 * @source Yarats et al. 2021 (DrQ), appendix B: four convolutions of 32 filters, a linear layer to 50, layer norm
 */
export function createConvEncoder(options: ConvEncoderOptions): ConvEncoder {
  const { name, frame, filters = [32, 32, 32, 32], stride = 2, embedding } = options
  const [height, width] = filters.reduce<readonly number[]>(
    (sides) => sides.map((side) => Math.floor((side - window) / stride) + 1),
    frame.slice(0, 2),
  ) as [number, number]
  if (Math.min(height, width) < 1) {
    throw new RangeError(`${filters.length} convolutions of stride ${stride} leave nothing of [${frame}]; use fewer`)
  }
  const flat = height * width * (filters.at(-1) ?? frame[2])
  return {
    parameters: encoderParameters({ name, channels: [frame[2], ...filters], flat, embedding }),
    forward(views, frames) {
      const at = (part: string) => views[`${name}/${part}`]!
      let hidden = frames as tf.Tensor4D
      for (const layer of filters.keys()) {
        const found = tf.conv2d(hidden, at(`${layer}/weight`) as tf.Tensor4D, stride, 'valid')
        hidden = tf.relu(tf.add(found, at(`${layer}/bias`)))
      }
      const rows = tf.reshape(hidden, [-1, flat]) as tf.Tensor2D
      const linear = tf.add(tf.matMul(rows, at('linear/weight') as tf.Tensor2D), at('linear/bias'))
      return layerNorm(linear, { scale: at('norm/scale'), shift: at('norm/shift') })
    },
  }
}

interface Sizes {
  readonly name: string
  /** Of the frame, then of what each convolution returns. */
  readonly channels: readonly number[]
  /** Numbers that the linear layer takes. */
  readonly flat: number
  readonly embedding: number
}

/** Deviation sqrt(2 / inputs) before rectifiers (He et al. 2015), sqrt(1 / inputs) before the norm. */
function encoderParameters({ name, channels, flat, embedding }: Sizes): Parameter[] {
  const convolutions = channels.slice(1).flatMap((filters, layer): Parameter[] => {
    const shape = [window, window, channels[layer]!, filters]
    const inputs = window * window * channels[layer]!
    return [
      { name: `${name}/${layer}/weight`, shape, initial: { normal: Math.sqrt(2 / inputs) } },
      { name: `${name}/${layer}/bias`, shape: [filters], initial: { constant: 0 } },
    ]
  })
  return [
    ...convolutions,
    { name: `${name}/linear/weight`, shape: [flat, embedding], initial: { normal: Math.sqrt(1 / flat) } },
    { name: `${name}/linear/bias`, shape: [embedding], initial: { constant: 0 } },
    { name: `${name}/norm/scale`, shape: [embedding], initial: { constant: 1 } },
    { name: `${name}/norm/shift`, shape: [embedding], initial: { constant: 0 } },
  ]
}
