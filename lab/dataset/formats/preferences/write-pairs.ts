// Numbers of pairs of segments as the arrays that preference files share.

import { type LabelConventionName, labelFromAnswer } from '../../../../rewards/preference/label-conventions.ts'
import type { NamedArray } from '../array-file.ts'
import { finalNames, type Side } from './layout.ts'
import type { PreferencePairs } from './pairs.ts'

export function bothSides(arraysOf: (side: Side, n: 1 | 2) => Record<string, NamedArray>): Record<string, NamedArray> {
  return { ...arraysOf('first', 1), ...arraysOf('second', 2) }
}

/** [pairs, length, numbers]; rewards are [pairs, length]. @param from first row of each segment */
export function stacked(
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

/** What the last action of each segment led to, [pairs, observation]. */
export function finals(set: PreferencePairs): Record<string, NamedArray> {
  const { pairs, length, observationSize } = set
  const last = (side: Side): NamedArray => {
    const values = new Float32Array(pairs.length * observationSize)
    for (const [index, pair] of pairs.entries()) {
      values.set(pair[side].observations.subarray(length * observationSize), index * observationSize)
    }
    return { values, shape: [pairs.length, observationSize] }
  }
  return { [finalNames.first]: last('first'), [finalNames.second]: last('second') }
}

/** @param more sizes behind that of pairs */
export function answerColumn(
  { pairs }: PreferencePairs,
  convention: LabelConventionName,
  more: readonly number[],
): NamedArray {
  const values = Float32Array.from(pairs, ({ answer }) => labelFromAnswer(convention, answer))
  return { values, shape: [pairs.length, ...more] }
}
