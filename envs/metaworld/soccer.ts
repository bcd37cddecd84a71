// Bring a ball into a goal. Meta-World `soccer`, reward v2.

import { ball } from '../../sim/props/ball.ts'
import { net } from '../../sim/props/net.ts'
import type { Vec3 } from '../../sim/scene.ts'
import { clamp, distance, scaledDistance } from '../../sim/vector.ts'
import { drawApart } from './draw.ts'
import { CLOSE, pickUp } from './expert.ts'
import { graspOf } from './grasp.ts'
import type { Situation } from './situation.ts'
import { defineTask } from './task.ts'
import { cagingByGap, tolerance } from './terms.ts'

const BALL = 0.026
const RADIUS = 0.07
/** Errors along the goal line weigh more. */
const ALONG: Vec3 = [3, 1, 1]
/** The goal line lies this far before the goal, and the posts this far to its sides. */
const LINE = 0.1
const POSTS = 0.1
/** Where the penalty for missing the goal is full. */
const END = 1
const COLOURS = { ball: '#f5f5f2', patches: '#23262b' } as const
const GOALS = { low: [-0.1, 0.8, 0], high: [0.1, 0.9, 0] } as const

export const soccer = defineTask({
  id: 'soccer',
  hand: [0, 0.6, 0.2],
  goals: GOALS,
  observe: { first: 'ball' },

  place: (random) => {
    const { from, goal } = drawApart(random, {
      from: { low: [-0.1, 0.6, BALL], high: [0.1, 0.7, BALL] },
      to: GOALS,
      gap: 0.15,
    })
    return { props: [ball({ position: from, radius: BALL, colours: COLOURS }), net({ position: goal })], goal }
  },

  terms: (now) => {
    const left = scaledDistance(now.first.position, now.goal, ALONG)
    if (left < RADIUS) return { grasp: 1, place: 1, done: 1 }
    const grasp = cagingByGap(graspOf(now, { objectRadius: 0.026, padReach: 0.05, xzReach: 0.005 }), 0.01)
    return { grasp, place: inGoal(now, left), done: 0 }
  },
  scales: { grasp: 3, place: 6.5, done: 0.5 },

  success: ({ first, goal }) => distance(first.position, goal) <= RADIUS,

  expert: ({ tcp, opening, first, goal }) => {
    const [x, y] = first.position
    const pick = pickUp(tcp, opening, { at: first.position, halfWidth: BALL, level: 0.006 })
    if (pick) return pick
    const before = Math.abs(x - goal[0]) > 0.03
    return { to: [tcp[0] + goal[0] - x, before ? tcp[1] : tcp[1] + goal[1] - y, BALL], gain: 10, grip: CLOSE }
  },
})

/** Upstream's margin is how far the ball has moved, so 0 at the start; here it is the whole way. */
function inGoal({ first, goal, start }: Situation, left: number): number {
  const place = tolerance(left, { most: RADIUS, margin: scaledDistance(start.first, goal, ALONG) })
  const [x, y] = first.position
  const line = goal[1] - LINE
  const beside = y > line && Math.abs(x - goal[0]) > POSTS
  return beside ? clamp(place - (2 * (y - line)) / (END - line), 0, 1) : place
}
