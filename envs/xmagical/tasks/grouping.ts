// RAPL's task: two blocks go into the strip at the top together, not one after the other. RAPL does not publish its geometry;
// this one is ours. The blocks start side by side; in the strip, neither may be alone.

import { sweepUp } from '../experts/sweep-up.ts'
import { apart, inStrip, wayToGoal } from '../goal.ts'
import type { Situation } from '../situation.ts'
import { defineArenaTask } from '../task.ts'

/** Middles of blocks that count as together, metres; side by side they are 0.21 apart. */
const TOGETHER = 0.35

export const grouping = defineArenaTask({
  name: 'grouping',
  steering: 'graded',
  demo: {
    blocks: [
      [-0.13, 0],
      [0.13, 0],
    ],
  },

  layout(random) {
    const x = random.uniform(-0.4, 0.4)
    const y = random.uniform(-0.05, 0.3)
    const half = random.uniform(0.112, 0.135)
    return {
      blocks: [
        [x - half, y],
        [x + half, y],
      ],
    }
  },

  breaks: (situation) => situation.blocks.some(inStrip) && gap(situation) > TOGETHER,

  terms: (situation) => ({
    distance: Math.max(...situation.blocks.map(wayToGoal)),
    separation: gap(situation),
  }),

  scales: { distance: -1, separation: -1 },

  success: (situation) => situation.blocks.every(inStrip) && gap(situation) <= TOGETHER,

  expert: (situation) => sweepUp(situation, [situation.blocks]),
})

function gap({ blocks: [one, other] }: Situation): number {
  return apart(one!, other!)
}
