// Slide a plate out of a goal, back towards the robot. Meta-World `plate-slide-back`, reward v2: that of `plate-slide-side`.

import { plate } from '../../sim/props/plate.ts'
import { plateGoal } from '../../sim/props/plate-goal.ts'
import { drawIn } from './draw.ts'
import { slidePlate } from './plate-slide.ts'
import { plateSlideSide } from './plate-slide-side.ts'
import { defineTask } from './task.ts'

const GOALS = { low: [-0.1, 0.6, 0.015], high: [0.1, 0.6, 0.015] } as const

export const plateSlideBack = defineTask({
  ...plateSlideSide,
  id: 'plate-slide-back',
  goals: GOALS,

  place: (random) => {
    const cabinet = plateGoal({ position: [0, 0.85, 0], facing: 'robot' })
    return { props: [plate({ position: [0, 0.75, 0] }), cabinet], goal: drawIn(random, GOALS) }
  },

  expert: (now) => slidePlate(now, [0, -1]),
})
