// Press the button of a coffee machine, towards +y. Meta-World `coffee-button`, reward v2.

import { coffeeMachine } from '../../sim/props/coffee-machine.ts'
import { distance, plus, scaledDistance } from '../../sim/vector.ts'
import { drawIn } from './draw.ts'
import { OPEN } from './expert.ts'
import { defineTask } from './task.ts'
import { hamacher, tolerance } from './terms.ts'

/** The pressed button, from the machine's foot; it goes in by as much as `TRAVEL`. */
const TRAVEL = 0.03
const PRESSED = [0, -0.22 + TRAVEL, 0.3] as const
const TOUCHING = 0.05
const MACHINE = { low: [-0.1, 0.8, 0], high: [0.1, 0.9, 0] } as const

export const coffeeButton = defineTask({
  id: 'coffee-button',
  hand: [0, 0.4, 0.2],
  goals: { low: plus(MACHINE.low, PRESSED), high: plus(MACHINE.high, PRESSED) },
  observe: { first: 'button' },

  place: (random) => {
    const position = drawIn(random, MACHINE)
    return { props: [coffeeMachine({ position })], goal: plus(position, PRESSED) }
  },

  terms: ({ tcp, opening, first, goal, start }) => {
    const away = distance(tcp, first.position)
    const near = tolerance(away, { most: TOUCHING, margin: distance(start.first, start.tcp) })
    const pressed = tolerance(Math.abs(first.position[1] - goal[1]), { most: 0.005, margin: TRAVEL })
    return { reach: hamacher(opening, near), press: away <= TOUCHING ? pressed : 0 }
  },
  scales: { reach: 2, press: 8 },

  success: ({ first, goal }) => Math.abs(first.position[1] - goal[1]) <= 0.02,

  expert: ({ tcp, first }) => {
    const [x, y, z] = first.position
    const before = scaledDistance(tcp, first.position, [1, 0, 1]) > 0.02
    return { to: [x, before ? y - 0.1 : y + 0.1, z], gain: 10, grip: OPEN }
  },
})
