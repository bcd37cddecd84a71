// Slide a plate forward into a goal. Meta-World `plate-slide`, reward v2.

import { plate } from '../../sim/props/plate.ts'
import { plateGoal } from '../../sim/props/plate-goal.ts'
import type { Vec3 } from '../../sim/scene.ts'
import { distance } from '../../sim/vector.ts'
import { drawIn } from './draw.ts'
import { CLOSE, type Move } from './expert.ts'
import type { Situation } from './situation.ts'
import { defineTask } from './task.ts'
import { hamacher, tolerance } from './terms.ts'

/** Within which the reward is 10; success is counted a little farther out. */
const RADIUS = 0.05
const GOALS = { low: [-0.1, 0.85, 0], high: [0.1, 0.9, 0] } as const
/** From the plate's middle to closed fingers that come down beside its edge, 15 mm away, in x and in y. */
const BESIDE = { x: 0.075, y: 0.078 }
/** The tcp over the goal's rails, and lower than it gets. */
const HIGH = 0.09
const LOW = 0.02

export const plateSlide = defineTask({
  id: 'plate-slide',
  hand: [0, 0.6, 0.2],
  goals: GOALS,
  observe: { first: 'plate' },

  place: (random) => {
    const goal = drawIn(random, GOALS)
    return { props: [plate({ position: [0, 0.6, 0] }), plateGoal({ position: goal, facing: 'robot' })], goal }
  },

  terms: ({ tcp, first, goal, start }) => {
    const left = distance(first.position, goal)
    if (left < RADIUS) return { slide: 1, done: 1 }
    const place = tolerance(left, { most: RADIUS, margin: distance(start.first, goal) })
    const reach = tolerance(distance(tcp, first.position), { most: RADIUS, margin: distance(start.tcp, start.first) })
    return { slide: hamacher(reach, place), done: 0 }
  },
  scales: { slide: 8, done: 2 },

  success: ({ first, goal }) => distance(first.position, goal) <= 0.07,

  expert: (now) => slidePlate(now, [0, 1]),
})

/** Drops closed fingers behind the plate and pushes it towards the goal. @param along axis and sense of the push */
export function slidePlate({ tcp, first, goal }: Situation, along: readonly [x: number, y: number]): Move {
  const [x, y] = first.position
  const [behindX, behindY] = [x - along[0] * BESIDE.x, y - along[1] * BESIDE.y]
  const aside = Math.max(Math.abs(tcp[0] - behindX), Math.abs(tcp[1] - behindY))
  if (tcp[2] > LOW + 0.02) return { to: [behindX, behindY, aside > 0.012 ? HIGH : LOW], gain: 10, grip: CLOSE }
  const to: Vec3 = [tcp[0] + goal[0] - x, tcp[1] + goal[1] - y, LOW]
  return { to, gain: 10, grip: CLOSE }
}
