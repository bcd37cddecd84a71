// The moves of an offline run.

import type { OfflineMoves } from '../../method.ts'
import { type MovesOptions, onlineMoves } from '../moves.ts'
import { labelPairs } from './label.ts'
import type { OfflineLaboratory } from './laboratory.ts'
import { fitOnce } from './reward.ts'

/** Updates between two looks at budget, clock and signal. */
const AT_ONCE = 20

export function offlineMoves(options: MovesOptions & { readonly lab: OfflineLaboratory }): OfflineMoves {
  const { lab } = options
  const { config, counters, monitor, practice } = lab
  const { goOn, evaluationDue, evaluate } = onlineMoves(options)
  return {
    goOn,
    evaluationDue,
    evaluate,
    unrewarded: () => config.pearl.labels !== 'none' && counters.relabellings === 0,

    async label() {
      monitor.phase('labelling')
      await labelPairs(lab)
    },
    async fitReward() {
      monitor.phase('fitting the reward')
      await fitOnce(lab)
    },

    async practise() {
      const updates = Math.min(AT_ONCE, config.steps - counters.steps)
      await practice.practise?.(updates)
      counters.updates += updates
      counters.steps += updates
      monitor.waiting('learning', counters)
    },
  }
}
