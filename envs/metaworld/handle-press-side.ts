// Press a handle down that stands to the left and looks to the right. Meta-World `handle-press-side`, reward v2: all but the
// place is as in `handle-press`.

import { pressHandle } from '../../sim/props/press-handle.ts'
import { plus } from '../../sim/vector.ts'
import { drawIn } from './draw.ts'
import { handlePress } from './handle-press.ts'
import { defineTask } from './task.ts'

/** The top of the bar when it is down, from the foot of the box. */
const DOWN = [0.216, 0, 0.075] as const
const BOX = { low: [-0.35, 0.65, 0], high: [-0.25, 0.75, 0] } as const

export const handlePressSide = defineTask({
  ...handlePress,
  id: 'handle-press-side',
  hand: [0, 0.6, 0.2],
  goals: { low: plus(BOX.low, DOWN), high: plus(BOX.high, DOWN) },

  place: (random) => {
    const position = drawIn(random, BOX)
    return { props: [pressHandle({ position, facing: 'right', starts: 'up' })], goal: plus(position, DOWN) }
  },
})
