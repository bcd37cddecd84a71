// Bring a ball over a basketball hoop. Meta-World `basketball`, reward v2.

import { ball } from '../../sim/props/ball.ts'
import { hoop, RING } from '../../sim/props/hoop.ts'
import type { Vec3 } from '../../sim/scene.ts'
import { distance, plus, scaledDistance } from '../../sim/vector.ts'
import { drawApart } from './draw.ts'
import { CLOSE, pickUp } from './expert.ts'
import { graspOf } from './grasp.ts'
import type { Situation } from './situation.ts'
import { defineTask } from './task.ts'
import { caging, hamacher, tolerance } from './terms.ts'

const BALL = 0.03
const RADIUS = 0.08
/** The ball is to come this high, above the ring; errors of height weigh twice. */
const OVER = 0.3
const SCALE: Vec3 = [1, 1, 2]
/** The hand rises this far before the ring's middle: it must not come up under the ring. */
const BESIDE = 0.13
const COLOURS = { ball: '#d9722e', patches: '#5a2c12' } as const

export const basketball = defineTask({
  id: 'basketball',
  hand: [0, 0.6, 0.2],
  goals: { low: [-0.1, 0.85 + RING[1], RING[2] - 0.001], high: [0.1, 0.9 + RING[1], RING[2] + 0.001] },
  observe: { first: 'ball' },

  place: (random) => {
    const { from, goal: foot } = drawApart(random, {
      from: { low: [-0.1, 0.6, BALL], high: [0.1, 0.7, BALL] },
      to: { low: [-0.1, 0.85, 0], high: [0.1, 0.9, 0] },
      gap: 0.15,
    })
    const props = [ball({ position: from, radius: BALL, colours: COLOURS }), hoop({ position: foot })]
    return { props, goal: plus(foot, RING) }
  },

  terms: (now) => {
    const { tcp, first, start } = now
    const left = away(now, first.position)
    if (left < RADIUS) return { grasp: 1, held: 1, place: 1, done: 1 }
    const place = tolerance(left, { most: RADIUS, margin: away(now, start.first) })
    const held = distance(tcp, first.position) < 0.035 && first.position[2] > start.first[2] + 0.01
    const caged = held ? 1 : caging(graspOf(now, { objectRadius: 0.025, padReach: 0.06, xzReach: 0.005 }))
    return { grasp: hamacher(caged, place), held: Number(held), place: held ? place : 0, done: 0 }
  },
  scales: { grasp: 1, held: 1, place: 5, done: 3 },

  // As upstream, a ball that is held above the ring counts: it need not drop through.
  success: (now) => away(now, now.first.position) <= RADIUS,

  expert: ({ tcp, opening, first, goal }) => {
    const [x, y, z] = first.position
    const pick = pickUp(tcp, opening, { at: first.position, halfWidth: BALL, level: 0.006 })
    if (pick) return pick
    const drift: Vec3 = [tcp[0] - x, tcp[1] - y, tcp[2] - z]
    if (z < OVER - 0.03) return { to: [x, Math.min(y, goal[1] - BESIDE), OVER + 0.02], gain: 10, grip: CLOSE }
    return { to: plus([goal[0], goal[1], OVER], drift), gain: 10, grip: CLOSE }
  },
})

function away({ goal }: Situation, position: Vec3): number {
  return scaledDistance(position, [goal[0], goal[1], OVER], SCALE)
}
