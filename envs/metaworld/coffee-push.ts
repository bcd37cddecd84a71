// Push a mug under a coffee machine. Meta-World `coffee-push`, reward v2.

import { coffeeMachine } from '../../sim/props/coffee-machine.ts'
import { mug } from '../../sim/props/mug.ts'
import { distance, plus } from '../../sim/vector.ts'
import { drawApart } from './draw.ts'
import { expertWithMug, mugTerms } from './mug.ts'
import { defineTask } from './task.ts'

export const coffeePush = defineTask({
  id: 'coffee-push',
  hand: [0, 0.4, 0.2],
  goals: { low: [-0.05, 0.7, -0.001], high: [0.05, 0.75, 0.001] },
  observe: { first: 'mug' },

  place: (random) => {
    const { from, goal } = drawApart(random, {
      from: { low: [-0.1, 0.55, 0], high: [0.1, 0.65, 0] },
      to: { low: [-0.05, 0.7, 0], high: [0.05, 0.75, 0] },
      gap: 0.15,
    })
    return { props: [mug({ position: from }), coffeeMachine({ position: plus(goal, [0, 0.22, 0]) })], goal }
  },

  terms: mugTerms,
  scales: { grasp: 1, near: 1, place: 5, done: 3 },

  success: ({ first, goal }) => distance(first.position, goal) <= 0.07,

  expert: expertWithMug,
})
