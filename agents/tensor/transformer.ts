// A small causal transformer over embedded tokens: pre-norm blocks of attention and a GELU network, learned positions.

import * as tf from '@tensorflow/tfjs'
import { type Attention, createCausalAttention } from './attention.ts'
import { layerNorm } from './layer-norm.ts'
import type { Parameter } from './layout.ts'
import { createMlp, type Mlp, type Views } from './mlp.ts'

export interface TransformerOptions {
  /** Put before the names of its parameters, such as `reward`. */
  readonly name: string
  /** Numbers of a token. */
  readonly width: number
  readonly blocks: number
  /** Divides the width. */
  readonly heads: number
  /** Steps that a sequence has at most: each has a position that is learned. */
  readonly steps: number
  /** Tokens that share a position, such as a state and its action. @default 1 */
  readonly tokensPerStep?: number
}

export interface Transformer {
  readonly parameters: readonly Parameter[]
  /**
   * @param views parameters by name, as Layout.views gives them
   * @param tokens [batch, tokens, width], embedded: a linear layer of the caller's
   * @returns [batch, tokens, width]; what comes later in a sequence changes nothing of what was before
   * @throws RangeError when a sequence has more steps than there are positions
   */
  forward(views: Views, tokens: tf.Tensor): tf.Tensor
}

interface Block {
  readonly name: string
  readonly attention: Attention
  readonly network: Mlp
}

/** @source Radford et al. 2019 (GPT-2); Kim et al. 2023 (Preference Transformer): width 256, 1 to 3 blocks, 1 to 4 heads */
export function createTransformer(options: TransformerOptions): Transformer {
  const { name, width, steps, tokensPerStep = 1 } = options
  const blocks = Array.from({ length: options.blocks }, (_, i) => createBlock(`${name}/${i}`, options))
  return {
    parameters: [
      { name: `${name}/positions`, shape: [steps, width], initial: { normal: 0.02 } },
      ...blocks.flatMap((block) => [
        ...normParameters(`${block.name}/before-attention`, width),
        ...block.attention.parameters,
        ...normParameters(`${block.name}/before-network`, width),
        ...block.network.parameters,
      ]),
      ...normParameters(`${name}/last`, width),
    ],
    forward(views, tokens) {
      const embedded = addPositions(views[`${name}/positions`]!, tokens, tokensPerStep)
      const found = blocks.reduce((x, block) => blockForward(block, views, x), embedded)
      return normalised(views, `${name}/last`, found)
    },
  }
}

/** What a block adds starts smaller the more blocks there are, so that their sum has a deviation of about 1. */
function createBlock(name: string, { width, heads, blocks }: TransformerOptions): Block {
  const lastDeviation = Math.sqrt(1 / (2 * blocks * width))
  return {
    name,
    attention: createCausalAttention({ name: `${name}/attention`, width, heads, lastDeviation }),
    network: createMlp({
      ...{ name: `${name}/network`, sizes: [width, 4 * width, width], activation: 'gelu' },
      lastDeviation: lastDeviation / 2,
    }),
  }
}

function blockForward({ name, attention, network }: Block, views: Views, x: tf.Tensor): tf.Tensor {
  const attended = tf.add(x, attention.forward(views, normalised(views, `${name}/before-attention`, x)))
  const rows = tf.reshape(normalised(views, `${name}/before-network`, attended), [-1, x.shape.at(-1)!])
  return tf.add(attended, tf.reshape(network.forward(views, rows), x.shape))
}

function addPositions(positions: tf.Tensor, tokens: tf.Tensor, tokensPerStep: number): tf.Tensor {
  const [, count, width] = tokens.shape as [number, number, number]
  const steps = count / tokensPerStep
  if (!Number.isInteger(steps) || steps > positions.shape[0]!) {
    const most = positions.shape[0]! * tokensPerStep
    throw new RangeError(`a sequence of ${count} tokens; at most ${most}, ${tokensPerStep} for each step`)
  }
  const used = tf.slice(positions, [0, 0], [steps, width])
  const shared = tf.tile(tf.reshape(used, [steps, 1, width]), [1, tokensPerStep, 1])
  return tf.add(tokens, tf.reshape(shared, [count, width]))
}

function normParameters(name: string, width: number): Parameter[] {
  return [
    { name: `${name}/scale`, shape: [width], initial: { constant: 1 } },
    { name: `${name}/shift`, shape: [width], initial: { constant: 0 } },
  ]
}

/** Layer norm of each token, [batch, tokens, width]. */
function normalised(views: Views, name: string, x: tf.Tensor): tf.Tensor {
  const affine = { scale: views[`${name}/scale`]!, shift: views[`${name}/shift`]! }
  return tf.reshape(layerNorm(tf.reshape(x, [-1, x.shape.at(-1)!]), affine), x.shape)
}
