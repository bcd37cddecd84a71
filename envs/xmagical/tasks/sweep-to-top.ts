// X-Magical's task: three blocks go into the strip at the top.

import { sweepUp } from '../experts/sweep-up.ts'
import { inStrip, mean, wayToGoal } from '../goal.ts'
import type { Rectangle } from '../situation.ts'
import { defineArenaTask } from '../task.ts'

const SLOTS = [-0.8, -0.32, 0.16, 0.64]

export const sweepToTop = defineArenaTask({
  name: 'sweep-to-top',
  steering: 'published',
  demo: {
    blocks: [
      [-0.5, 0],
      [0, 0],
      [0.5, 0],
    ],
  },

  layout(random) {
    const y = random.uniform(-0.1, 0.5)
    const slots = [...SLOTS]
    return { blocks: [0, 1, 2].map(() => [slots.splice(random.integer(slots.length), 1)[0]!, y] as const) }
  },

  breaks: () => false,

  terms: ({ blocks }) => ({
    swept: blocks.filter(inStrip).length / blocks.length,
    distance: mean(blocks.map(wayToGoal)),
  }),

  /** X-Magical's reward; its dense one would be the distance times -1. */
  scales: { swept: 1, distance: 0 },

  success: ({ blocks }) => blocks.every(inStrip),

  expert(situation) {
    const { blocks, embodiment } = situation
    const row = [...blocks].sort((one, other) => one.x - other.x)
    const sweepable = (some: readonly Rectangle[]) => some.at(-1)!.x - some[0]!.x < 2 * embodiment.halfWidth
    const runs = row.flatMap((_, from) => row.slice(from).map((_, more) => row.slice(from, from + more + 1)))
    const whole = runs.filter((run) => run.every((block) => !inStrip(block)) && sweepable(run))
    const largest = Math.max(...whole.map((run) => run.length))
    return sweepUp(
      situation,
      whole.filter((run) => run.length === largest),
    )
  },
})
