// Each step in the light of those before it: a causal transformer over states and actions (Preference Transformer).

import * as tf from '@tensorflow/tfjs'
import { createMlp, type Mlp, type Views } from '../../../agents/tensor/mlp.ts'
import { createTransformer, type Transformer } from '../../../agents/tensor/transformer.ts'
import { createSegmentAttention, type SegmentAttention } from './segment-attention.ts'
import type { Trunk, TrunkSizes } from './trunk.ts'

export interface TransformerTrunkOptions {
  readonly sizes: TrunkSizes
  readonly members: number
  readonly width: number
  readonly blocks: number
  readonly heads: number
  /** How the rewards of steps make up that of a segment: `sum`, or weighted by an `attention` that sees all of it. */
  readonly segment: 'sum' | 'attention'
  /** Numbers that are said of a step. */
  readonly outputs: number
}

/**
 * Tokens s_1, a_1, s_2, a_2, ..., of which those of one step share a position that is learned; a step is read off its
 * action, which has seen everything up to it. Where rows hold no action there is one token for each step.
 *
 * @source Kim et al. 2023 (Preference Transformer), section 4
 */
export function createTransformerTrunk(options: TransformerTrunkOptions): Trunk {
  const members = Array.from({ length: options.members }, (_, member) => createMember(`reward/${member}`, options))
  return {
    parameters: members.flatMap(({ parts }) => parts.flatMap((part) => part.parameters)),
    memory: options.sizes.length,
    forward(views, rows, length) {
      const answers = members.map((member) => memberForward(member, views, rows, length))
      const weights = answers.flatMap((answer) => answer.weights ?? [])
      return {
        values: tf.stack(answers.map(({ values }) => values)),
        ...(weights.length > 0 ? { weights: tf.stack(weights) } : {}),
      }
    },
  }
}

interface Member {
  /** Linear maps of a row's state and, where it has one, its action, into the width of a token. */
  readonly embeddings: readonly Mlp[]
  /** Numbers that each of them reads. */
  readonly split: readonly number[]
  readonly transformer: Transformer
  readonly head: Mlp
  readonly attention: SegmentAttention | undefined
  /** All of these. */
  readonly parts: readonly { readonly parameters: Trunk['parameters'] }[]
}

function createMember(name: string, options: TransformerTrunkOptions): Member {
  const { sizes, width, segment, outputs } = options
  const { input, state = input } = sizes
  const split = state === input ? [input] : [state, input - state]
  const embeddings = split.map((from, i) =>
    createMlp({
      ...{ name: `${name}/${['state', 'action'][i]}`, sizes: [from, width], activation: 'gelu' },
      lastDeviation: Math.sqrt(1 / from),
    }),
  )
  const transformer = createTransformer({
    ...{ name: `${name}/transformer`, width, blocks: options.blocks, heads: options.heads },
    ...{ steps: sizes.length, tokensPerStep: split.length },
  })
  const head = createMlp({
    ...{ name: `${name}/head`, sizes: [width, outputs], activation: 'gelu' },
    lastDeviation: 0.1 / Math.sqrt(width),
  })
  const attention = segment === 'attention' ? createSegmentAttention(`${name}/segment`, width) : undefined
  const parts = [...embeddings, transformer, head, ...(attention ? [attention] : [])]
  return { embeddings, split, transformer, head, attention, parts }
}

/** @returns values [segments, length, outputs] and weights [segments, length] */
function memberForward(member: Member, views: Views, rows: tf.Tensor, length: number) {
  const { embeddings, split, transformer, head, attention } = member
  const pieces = split.length === 1 ? [rows] : tf.split(rows, [...split], 1)
  const tokens = tf.stack(
    embeddings.map((embedding, i) => embedding.forward(views, pieces[i]!)),
    1,
  )
  const width = tokens.shape.at(-1)!
  const found = transformer.forward(views, tf.reshape(tokens, [-1, length * split.length, width]))
  const ofSteps = tf.reshape(found, [-1, split.length, width])
  const last = tf.reshape(tf.slice(ofSteps, [0, split.length - 1, 0], [-1, 1, -1]), [-1, width])
  const values = head.forward(views, last)
  return {
    values: tf.reshape(values, [-1, length, values.shape.at(-1)!]),
    weights: attention?.weights(views, tf.reshape(last, [-1, length, width])),
  }
}
