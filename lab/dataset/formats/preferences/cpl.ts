// CPL's pairs: obs_1, action_1, reward_1 ... label, which is 1 where the SECOND is preferred, 0.5 for a tie.
// (Hejna et al. 2024, feedback_buffer.py)

import type { PreferenceLayout } from './layout.ts'
import { assemble, block, readAnswers } from './read-pairs.ts'
import { answerColumn, bothSides, finals, stacked } from './write-pairs.ts'

export const cpl: PreferenceLayout = {
  id: 'cpl',
  mark: 'obs_1',
  encode: (set) => ({
    ...bothSides((side, n) => ({
      [`obs_${n}`]: stacked(set, side, 'observations'),
      [`action_${n}`]: stacked(set, side, 'actions'),
      [`reward_${n}`]: stacked(set, side, 'rewards'),
    })),
    label: answerColumn(set, 'cpl', []),
    ...finals(set),
  }),
  decode(source) {
    const read = (n: number) => ({
      observations: block(source, `obs_${n}`),
      actions: block(source, `action_${n}`),
      rewards: block(source, `reward_${n}`),
    })
    return assemble(source, { first: read(1), second: read(2) }, readAnswers(source, 'label', 'cpl'))
  },
}
