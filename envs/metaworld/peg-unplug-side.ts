// Pull a plug out of a socket. Meta-World `peg-unplug-side`, reward v2.

import { PLUG_END, PLUG_HALF_WIDTH, PLUGGED, plug, socket } from '../../sim/props/plug.ts'
import { distance, plus } from '../../sim/vector.ts'
import { drawIn } from './draw.ts'
import { CLOSE, pickUp } from './expert.ts'
import { graspOf } from './grasp.ts'
import { defineTask } from './task.ts'
import { caging, tolerance } from './terms.ts'

/** Within which the reward is 10; success is counted a little farther out. */
const RADIUS = 0.05
/** From the plug's origin to the goal. */
const TRAVEL = 0.15

/** How far ahead of the hand the expert pulls: slowly, as upstream's. */
const AHEAD = 0.015

export const pegUnplugSide = defineTask({
  id: 'peg-unplug-side',
  hand: [0, 0.6, 0.2],
  goals: { low: [-0.056, 0.6, 0.13], high: [0.044, 0.8, 0.132] },
  observe: { first: 'plug-end' },

  place: (random) => {
    const foot = drawIn(random, { low: [-0.25, 0.6, 0], high: [-0.15, 0.8, 0] })
    const plugged = plus(foot, PLUGGED)
    return { props: [plug({ position: plugged }), socket({ position: foot })], goal: plus(plugged, [TRAVEL, 0, 0]) }
  },

  terms: (now) => {
    const { tcp, opening, first, goal, start } = now
    const left = distance(first.position, goal)
    if (left <= RADIUS) return { grasp: 1, held: 1, place: 1, done: 1 }
    const grasp = caging(graspOf(now, { objectRadius: 0.025, padReach: 0.05, xzReach: 0.005, effort: 0.8 }))
    const moved = first.position[0] - start.first[0] > 0.015
    if (!moved || opening <= 0.5 || distance(tcp, first.position) >= 0.035) return { grasp, held: 0, place: 0, done: 0 }
    return { grasp, held: 1, place: tolerance(left, { most: RADIUS, margin: TRAVEL - PLUG_END[0] }), done: 0 }
  },
  scales: { grasp: 2, held: 1, place: 5, done: 2 },

  success: ({ first, goal }) => distance(first.position, goal) <= 0.07,

  expert: ({ tcp, opening, first, goal }) => {
    const pick = pickUp(tcp, opening, { at: first.position, halfWidth: PLUG_HALF_WIDTH, level: 0.01 })
    if (pick) return pick
    const x = Math.min(tcp[0] + AHEAD, goal[0])
    return { to: [x, first.position[1], goal[2]], gain: 10, grip: CLOSE }
  },
})
