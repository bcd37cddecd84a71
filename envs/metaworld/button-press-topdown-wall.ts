// Press a button down from above, behind a wall. Meta-World `button-press-topdown-wall`, reward v2: all but the wall is as in
// `button-press-topdown`.

import { wall } from '../../sim/props/wall.ts'
import { buttonPressTopdown } from './button-press-topdown.ts'
import { defineTask } from './task.ts'

export const buttonPressTopdownWall = defineTask({
  ...buttonPressTopdown,
  id: 'button-press-topdown-wall',

  place: (random) => {
    const { props, goal } = buttonPressTopdown.place(random)
    return { props: [...props, wall({ position: [0.1, 0.7, 0], half: [0.1, 0.01, 0.075] })], goal }
  },
})
