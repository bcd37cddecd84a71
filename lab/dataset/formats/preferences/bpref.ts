// B-Pref's buffers: seg1, seg2 of observations and actions side by side; label, which is 1 where the SECOND is preferred, -1
// for a tie. (Lee et al. 2021, reward_model.py)

import { UserError } from '../../../errors/user-error.ts'
import type { ArraySource, NamedArray } from '../array-file.ts'
import type { PreferenceLayout, Side, StepWidth } from './layout.ts'
import type { PreferencePairs } from './pairs.ts'
import { assemble, type Block, block, columnsOf, readAnswers } from './read-pairs.ts'
import { answerColumn, bothSides, finals, stacked } from './write-pairs.ts'

export const bpref: PreferenceLayout = {
  id: 'bpref',
  mark: 'seg1',
  encode: (set) => ({
    ...bothSides((side, n) => ({
      [`seg${n}`]: sideBySide(set, side),
      [`reward_${n}`]: stacked(set, side, 'rewards'),
    })),
    label: answerColumn(set, 'bpref', [1]),
    ...finals(set),
  }),
  decode(source, width) {
    const sides = { first: readSide(source, 1, width), second: readSide(source, 2, width) }
    const decoded = assemble(source, sides, readAnswers(source, 'label', 'bpref'))
    if (source.has('reward_1')) return decoded
    return { ...decoded, notes: [...decoded.notes, 'it does not say what steps were worth; rewards are 0'] }
  },
}

function readSide(source: ArraySource, n: number, { observation, action }: StepWidth) {
  const both = block(source, `seg${n}`)
  if (both.columns !== observation + action) {
    throw new UserError(
      `${source.path}: found ${both.columns} numbers a step in seg${n}, expected ${observation} of an observation and ` +
        `${action} of an action; is --task right?`,
    )
  }
  const rewards = source.has(`reward_${n}`) ? block(source, `reward_${n}`) : noRewards(both)
  const [observations, actions] = [columnsOf(both, 0, observation), columnsOf(both, observation, both.columns)]
  return { observations, actions, rewards }
}

function noRewards({ name, count, length }: Block): Block {
  return { name, count, length, columns: 1, values: new Float32Array(count * length) }
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
