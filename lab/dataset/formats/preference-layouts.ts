// How other repositories keep answers about pairs: their arrays, and their direction of labels.

import {
  answerFromLabel,
  type LabelConventionName,
  labelFromAnswer,
} from '../../../rewards/preference/label-conventions.ts'
import { UserError } from '../../errors/user-error.ts'
import type { ArrayFile, ArraySource, NamedArray } from './array-file.ts'
import { expectRows } from './named-episode.ts'
import type { PairSegment, PreferencePair, PreferencePairs } from './preference-pairs.ts'

export interface PreferenceLayout {
  readonly id: string
  /** An array that no other layout has. */
  readonly mark: string
  encode(pairs: PreferencePairs): ArrayFile['arrays']
  decode(source: ArraySource, width: { readonly observation: number; readonly action: number }): DecodedPairs
}

export interface DecodedPairs extends Omit<PreferencePairs, 'pairs'> {
  readonly pairs: readonly Pick<PreferencePair, 'first' | 'second' | 'answer'>[]
}

type Side = 'first' | 'second'
const sides: readonly Side[] = ['first', 'second']
/** rapref's own addition: what the last action of each segment led to. */
const finalNames = { first: 'final_obs_1', second: 'final_obs_2' }

/** CPL's pairs: obs_1, action_1, reward_1 ... label. (Hejna et al. 2024, feedback_buffer.py) */
export const cpl: PreferenceLayout = {
  id: 'cpl',
  mark: 'obs_1',
  encode: (set) => ({
    ...both(set, (side, n) => ({
      [`obs_${n}`]: stacked(set, side, 'observations'),
      [`action_${n}`]: stacked(set, side, 'actions'),
      [`reward_${n}`]: stacked(set, side, 'rewards'),
    })),
    label: labels(set, 'cpl', []),
    ...finals(set),
  }),
  decode: (source) => {
    const read = (n: number) => ({
      observations: source.floats(`obs_${n}`),
      actions: source.floats(`action_${n}`),
      rewards: source.floats(`reward_${n}`).values,
    })
    return assemble(source, { first: read(1), second: read(2) }, answers(source, 'label', 'cpl'))
  },
}

/** B-Pref's buffers: seg1, seg2 of observations and actions side by side, label. (Lee et al. 2021, reward_model.py) */
export const bpref: PreferenceLayout = {
  id: 'bpref',
  mark: 'seg1',
  encode: (set) => ({
    ...both(set, (side, n) => ({ [`seg${n}`]: sideBySide(set, side), [`reward_${n}`]: stacked(set, side, 'rewards') })),
    label: labels(set, 'bpref', [1]),
    ...finals(set),
  }),
  decode: (source, { observation, action }) => {
    const read = (n: number) => {
      const { rows, values, columns } = source.floats(`seg${n}`)
      const length = source.shape(`seg${n}`)[1] ?? 0
      const width = observation + action
      if (columns !== length * width) {
        throw new UserError(
          `${source.path}: seg${n} has ${columns / length} numbers a step, expected ${observation} of an observation ` +
            `and ${action} of an action; is --task right?`,
        )
      }
      const part = (from: number, to: number) => ({
        rows,
        columns: length * (to - from),
        values: cut(values, width, from, to),
      })
      return {
        observations: part(0, observation),
        actions: part(observation, width),
        rewards: source.has(`reward_${n}`) ? source.floats(`reward_${n}`).values : new Float32Array(rows * length),
      }
    }
    return assemble(source, { first: read(1), second: read(2) }, answers(source, 'label', 'bpref'))
  },
}

/** Preference Transformer's batches, and its human labels. (Kim et al. 2023) */
export const preferenceTransformer: PreferenceLayout = {
  id: 'preference-transformer',
  mark: 'label_human',
  encode: (set) => ({
    ...both(set, (side, _, suffix) => ({
      [`observations${suffix}`]: stacked(set, side, 'observations'),
      [`next_observations${suffix}`]: stacked(set, side, 'observations', 1),
      [`actions${suffix}`]: stacked(set, side, 'actions'),
      [`rewards${suffix}`]: stacked(set, side, 'rewards'),
      [`timestep_${suffix === '' ? 1 : 2}`]: timesteps(set),
      [`start_indices${suffix}`]: starts(set, side),
    })),
    labels: oneHot(set),
    label_human: labels(set, 'bpref', []),
  }),
  decode: (source) => {
    const read = (suffix: string) => ({
      observations: source.floats(`observations${suffix}`),
      next: source.floats(`next_observations${suffix}`),
      actions: source.floats(`actions${suffix}`),
      rewards: source.floats(`rewards${suffix}`).values,
    })
    return assemble(source, { first: read(''), second: read('_2') }, answers(source, 'label_human', 'bpref'))
  },
}

export const preferenceLayouts: readonly PreferenceLayout[] = [cpl, bpref, preferenceTransformer]

function both(
  _set: PreferencePairs,
  arraysOf: (side: Side, number: 1 | 2, suffix: '' | '_2') => Record<string, NamedArray>,
): Record<string, NamedArray> {
  return { ...arraysOf('first', 1, ''), ...arraysOf('second', 2, '_2') }
}

/** @param from first row of each segment */
function stacked(
  { pairs, length, observationSize, actionSize }: PreferencePairs,
  side: Side,
  what: 'observations' | 'actions' | 'rewards',
  from = 0,
): NamedArray {
  const columns = { observations: observationSize, actions: actionSize, rewards: 1 }[what]
  const values = new Float32Array(pairs.length * length * columns)
  for (const [index, pair] of pairs.entries()) {
    values.set(pair[side][what].subarray(from * columns, (from + length) * columns), index * length * columns)
  }
  return { values, shape: what === 'rewards' ? [pairs.length, length] : [pairs.length, length, columns] }
}

function sideBySide(set: PreferencePairs, side: Side): NamedArray {
  const { pairs, length, observationSize, actionSize } = set
  const width = observationSize + actionSize
  const values = new Float32Array(pairs.length * length * width)
  for (const [index, pair] of pairs.entries()) {
    const { observations, actions } = pair[side]
    for (let step = 0; step < length; step++) {
      const at = (index * length + step) * width
      values.set(observations.subarray(step * observationSize, (step + 1) * observationSize), at)
      values.set(actions.subarray(step * actionSize, (step + 1) * actionSize), at + observationSize)
    }
  }
  return { values, shape: [pairs.length, length, width] }
}

function finals({ pairs, length, observationSize }: PreferencePairs): Record<string, NamedArray> {
  const whole = pairs.every(({ first, second }) => {
    return [first, second].every(({ observations }) => observations.length > length * observationSize)
  })
  if (!whole) return {}
  const last = (side: Side): NamedArray => {
    const values = new Float32Array(pairs.length * observationSize)
    for (const [index, pair] of pairs.entries()) {
      values.set(pair[side].observations.subarray(length * observationSize), index * observationSize)
    }
    return { values, shape: [pairs.length, observationSize] }
  }
  return Object.fromEntries(sides.map((side) => [finalNames[side], last(side)]))
}

function labels({ pairs }: PreferencePairs, convention: LabelConventionName, more: readonly number[]): NamedArray {
  const values = Float32Array.from(pairs, ({ answer }) => labelFromAnswer(convention, answer))
  return { values, shape: [pairs.length, ...more] }
}

/** (1, 0) where the first is preferred, (0, 1) the second, (0.5, 0.5) equal. */
function oneHot({ pairs }: PreferencePairs): NamedArray {
  const first = pairs.map(({ answer }) => labelFromAnswer('rapref', answer))
  return { values: Float32Array.from(first.flatMap((y) => [y, 1 - y])), shape: [pairs.length, 2] }
}

/** Counted from 1. */
function timesteps({ pairs, length }: PreferencePairs): NamedArray {
  const values = Int32Array.from({ length: pairs.length * length }, (_, at) => (at % length) + 1)
  return { values, shape: [pairs.length, length] }
}

function starts({ pairs }: PreferencePairs, side: Side): NamedArray {
  return { values: Int32Array.from(pairs, (pair) => pair[side].row), shape: [pairs.length] }
}

function answers(source: ArraySource, name: string, convention: LabelConventionName): PreferencePair['answer'][] {
  return [...source.floats(name, 1).values].map((label) => {
    return answerFromLabel(convention, label) as PreferencePair['answer']
  })
}

interface Rows {
  readonly rows: number
  readonly columns: number
  readonly values: Float32Array
}

interface ReadSide {
  readonly observations: Rows
  readonly actions: Rows
  readonly rewards: Float32Array
  /** One step later than `observations`. */
  readonly next?: Rows
}

function assemble(
  source: ArraySource,
  read: Readonly<Record<Side, ReadSide>>,
  answered: readonly PreferencePair['answer'][],
): DecodedPairs {
  const count = answered.length
  if (count === 0) throw new UserError(`${source.path} holds no pairs, expected at least one`)
  for (const side of sides) {
    expectRows(source, `observations of the ${side} segments`, read[side].observations.rows, count)
    expectRows(source, `actions of the ${side} segments`, read[side].actions.rows, count)
  }
  const length = read.first.rewards.length / count
  const observationSize = read.first.observations.columns / length
  const actionSize = read.first.actions.columns / length
  const final = (side: Side) => finalOf(source, read[side], finalNames[side], observationSize)
  const ends = { first: final('first'), second: final('second') }
  const segment = (side: Side, index: number): PairSegment => {
    const { observations, actions, rewards } = read[side]
    const now = rowOf(observations.values, index, length * observationSize)
    const end = ends[side]
    return {
      observations: end === undefined ? now : joined(now, rowOf(end, index, observationSize)),
      actions: rowOf(actions.values, index, length * actionSize),
      rewards: rowOf(rewards, index, length),
      row: 0,
    }
  }
  const pairs = answered.map((answer, index) => {
    return { answer, first: segment('first', index), second: segment('second', index) }
  })
  return { observationSize, actionSize, length, pairs }
}

/** What each segment ends in, [pairs, observation], where the file says. */
function finalOf(source: ArraySource, { next }: ReadSide, name: string, width: number): Float32Array | undefined {
  if (next !== undefined) return cut(next.values, next.columns, next.columns - width, next.columns)
  return source.has(name) ? source.floats(name, width).values : undefined
}

/** Columns `from` to `to` of rows that are `width` wide. */
function cut(values: Float32Array, width: number, from: number, to: number): Float32Array {
  const rows = values.length / width
  const out = new Float32Array(rows * (to - from))
  for (let row = 0; row < rows; row++) out.set(values.subarray(row * width + from, row * width + to), row * (to - from))
  return out
}

function rowOf(values: Float32Array, row: number, width: number): Float32Array {
  return values.subarray(row * width, (row + 1) * width)
}

function joined(one: Float32Array, other: Float32Array): Float32Array {
  const all = new Float32Array(one.length + other.length)
  all.set(one)
  all.set(other, one.length)
  return all
}
