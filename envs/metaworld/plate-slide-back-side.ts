// Slide a plate out of a goal on the left, to the right. Meta-World `plate-slide-back-side`, reward v2: that of
// `plate-slide-side`.

import { plate } from '../../sim/props/plate.ts'
import { plateGoal } from '../../sim/props/plate-goal.ts'
import { drawIn } from './draw.ts'
import { slidePlate } from './plate-slide.ts'
import { plateSlideSide } from './plate-slide-side.ts'
import { defineTask } from './task.ts'

const GOALS = { low: [-0.05, 0.6, 0.015], high: [0.15, 0.6, 0.015] } as const

export const plateSlideBackSide = defineTask({
  ...plateSlideSide,
  id: 'plate-slide-back-side',
  goals: GOALS,

  place: (random) => {
    const cabinet = plateGoal({ position: [-0.25, 0.6, 0], facing: 'right' })
    return { props: [plate({ position: [-0.15, 0.6, 0] }), cabinet], goal: drawIn(random, GOALS) }
  },

  expert: (now) => slidePlate(now, [1, 0]),
})
