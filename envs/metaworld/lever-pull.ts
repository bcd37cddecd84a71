// Raise a lever until it stands upright. Meta-World `lever-pull`, reward v2.

import { arcTangent } from '../../sim/elementary.ts'
import { TCP_DROP } from '../../sim/hand/constants.ts'
import { lever } from '../../sim/props/lever.ts'
import type { Vec3 } from '../../sim/scene.ts'
import { distance, plus, scaledDistance } from '../../sim/vector.ts'
import { drawIn } from './draw.ts'
import { CLOSE } from './expert.ts'
import type { Situation } from './situation.ts'
import { defineTask } from './task.ts'
import { hamacher, tolerance } from './terms.ts'

const LENGTH = 0.2
/** The axle, and the knob of the upright lever, from the foot of the stand. */
const GOAL = [0.12, 0, 0.25 + LENGTH] as const
const STAND = { low: [-0.1, 0.7, 0], high: [0.1, 0.8, 0] } as const
const WEIGHTS: Vec3 = [4, 1, 4]
/** What lifts is not the tcp but the palm's edge. */
const SHOULDER: Vec3 = [0, 0.055, 0.07 + TCP_DROP]
/** Success is within so many radians of upright. */
const UPRIGHT = Math.PI / 24

export const leverPull = defineTask({
  id: 'lever-pull',
  hand: [0, 0.4, 0.2],
  goals: { low: plus(STAND.low, GOAL), high: plus(STAND.high, GOAL) },
  observe: { first: 'lever' },

  // Upstream's joint may only go down; its lever goes up because that limit is soft. Here it may only go up.
  place: (random) => {
    const position = drawIn(random, STAND)
    return { props: [lever({ position })], goal: plus(position, GOAL) }
  },

  terms: ({ tcp, first, goal, start }) => {
    const ready = tolerance(scaledDistance(plus(tcp, SHOULDER), first.position, WEIGHTS), {
      most: 0.02,
      margin: scaledDistance(plus(start.tcp, SHOULDER), start.first, WEIGHTS),
    })
    const place = tolerance(distance(first.position, goal), { most: 0.04, margin: distance(start.first, goal) })
    return { lift: hamacher(ready, place) }
  },
  scales: { lift: 10 },

  success: (now) => {
    const [y, z] = fromAxle(now)
    return Math.abs(arcTangent(y, z)) <= UPRIGHT
  },

  // Under the knob with the edge of the palm, then along the knob's circle.
  expert: (now) => {
    const { tcp, first } = now
    const [x, y, z] = first.position
    const [fromY, fromZ] = fromAxle(now)
    const [alongY, alongZ] = [fromZ / LENGTH, -fromY / LENGTH]
    const under: Vec3 = [x, y - 0.05 - 0.035 * alongY, z - 0.065 - 0.035 * alongZ]
    const away = scaledDistance(tcp, under, [1, 1, 0])
    if (away > 0.04) return { to: [x, under[1], Math.min(tcp[2], z - 0.12)], gain: 10, grip: CLOSE }
    return { to: plus(under, [0, 0.08 * alongY, 0.08 * alongZ]), gain: 10, grip: CLOSE }
  },
})

/** y and z of the knob from the axle. */
function fromAxle({ first, goal }: Situation): [y: number, z: number] {
  return [first.position[1] - goal[1], first.position[2] - goal[2] + LENGTH]
}
