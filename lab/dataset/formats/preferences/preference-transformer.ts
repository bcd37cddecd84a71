// Preference Transformer's batches and human labels: `labels` is (1, 0) where the FIRST is preferred, (0.5, 0.5) for a tie;
// `label_human` is 1 where the SECOND is, -1 for a tie. (Kim et al. 2023)

import { labelFromAnswer } from '../../../../rewards/preference/label-conventions.ts'
import type { ArraySource, NamedArray } from '../array-file.ts'
import type { PreferenceLayout, Side } from './layout.ts'
import type { PreferencePairs } from './pairs.ts'
import { assemble, block, readAnswers } from './read-pairs.ts'
import { answerColumn, bothSides, stacked } from './write-pairs.ts'

export const preferenceTransformer: PreferenceLayout = {
  id: 'preference-transformer',
  mark: 'label_human',
  encode: (set) => ({
    ...bothSides((side, n) => ({
      [`observations${suffix(n)}`]: stacked(set, side, 'observations'),
      [`next_observations${suffix(n)}`]: stacked(set, side, 'observations', 1),
      [`actions${suffix(n)}`]: stacked(set, side, 'actions'),
      [`rewards${suffix(n)}`]: stacked(set, side, 'rewards'),
      [`timestep_${n}`]: timesteps(set),
      [`start_indices${suffix(n)}`]: starts(set, side),
    })),
    labels: oneHot(set),
    label_human: answerColumn(set, 'bpref', []),
  }),
  decode(source) {
    const sides = { first: readSide(source, 1), second: readSide(source, 2) }
    return assemble(source, sides, readAnswers(source, 'label_human', 'bpref'))
  },
}

function suffix(n: 1 | 2): '' | '_2' {
  return n === 1 ? '' : '_2'
}

function readSide(source: ArraySource, n: 1 | 2) {
  return {
    observations: block(source, `observations${suffix(n)}`),
    next: block(source, `next_observations${suffix(n)}`),
    actions: block(source, `actions${suffix(n)}`),
    rewards: block(source, `rewards${suffix(n)}`),
  }
}

function oneHot({ pairs }: PreferencePairs): NamedArray {
  const first = pairs.map(({ answer }) => labelFromAnswer('rapref', answer))
  return { values: Float32Array.from(first.flatMap((y) => [y, 1 - y])), shape: [pairs.length, 2] }
}

/** Counted from 1. */
function timesteps({ pairs, length }: PreferencePairs): NamedArray {
  const values = Int32Array.from({ length: pairs.length * length }, (_, at) => (at % length) + 1)
  return { values, shape: [pairs.length, length] }
}

/** Where segments begin in the D4RL file of the same dataset. */
function starts({ pairs }: PreferencePairs, side: Side): NamedArray {
  return { values: Int32Array.from(pairs, (pair) => pair[side].row), shape: [pairs.length] }
}
