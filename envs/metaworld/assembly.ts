// Put a ring nut over a post. Meta-World `assembly`, reward v2.

import { NUT_REST, nut, POST_HEIGHT, post } from '../../sim/props/nut.ts'
import type { Vec3 } from '../../sim/scene.ts'
import { scaledDistance } from '../../sim/vector.ts'
import { drawApart } from './draw.ts'
import { handleGrasp } from './grasp.ts'
import type { Situation } from './situation.ts'
import { defineTask } from './task.ts'
import { cagingWithReach, funnelFloor, tolerance } from './terms.ts'
import { carryRing, flatness, NUT_ALONG, pickUpHandle, ringOf } from './wrench.ts'

const NUT: Vec3 = [0, 0.6, NUT_REST]
/** The ring's height that is aimed for: a funnel around the post. */
const FUNNEL = { throat: 0.01, slope: 0.02, height: 0.2 }
/** Errors of height weigh more. */
const UPRIGHT: Vec3 = [1, 1, 3]
const XY: Vec3 = [1, 1, 0]
/** Height at which the ring comes over the post. */
const CROSSING = POST_HEIGHT + 0.05

export const assembly = defineTask({
  id: 'assembly',
  hand: [0, 0.6, 0.2],
  goals: { low: [-0.1, 0.75, POST_HEIGHT], high: [0.1, 0.85, POST_HEIGHT] },
  observe: { first: 'nut-handle' },

  place: (random) => {
    const { from, goal } = drawApart(random, {
      from: { low: NUT, high: NUT },
      to: { low: [-0.1, 0.75, POST_HEIGHT], high: [0.1, 0.85, POST_HEIGHT] },
      gap: 0.1,
    })
    return { props: [nut({ position: from }), post({ position: [goal[0], goal[1], 0] })], goal }
  },

  terms: (now) => {
    if (onPost(now)) return { grasp: 1, place: 1, done: 1 }
    const flat = flatness(now)
    return { grasp: flat * cagingWithReach(handleGrasp(now, NUT_ALONG), 0.01), place: flat * placed(now), done: 0 }
  },
  scales: { grasp: 2, place: 6, done: 2 },

  success: onPost,

  expert: (now) => {
    const pick = pickUpHandle(now)
    if (pick) return pick
    const { first, goal } = now
    const ring = ringOf(first)
    const away = scaledDistance(ring, goal, XY)
    if (away < 0.01 || (away < 0.02 && ring[2] < goal[2])) return carryRing(now, [goal[0], goal[1], 0.06])
    if (ring[2] < CROSSING - 0.02) return carryRing(now, [ring[0], ring[1], CROSSING + 0.01])
    return carryRing(now, [goal[0], goal[1], CROSSING + 0.01])
  },
})

/** Around the post's axis and below its top. */
function onPost({ first, goal }: Situation): boolean {
  const ring = ringOf(first)
  return scaledDistance(ring, goal, XY) < 0.02 && ring[2] < goal[2]
}

function placed({ first, goal }: Situation): number {
  const ring = ringOf(first)
  const radius = scaledDistance(ring, goal, XY)
  const target: Vec3 = [goal[0], goal[1], funnelFloor(radius, FUNNEL)]
  const lifted = ring[2] > NUT_REST + 0.004 || radius < FUNNEL.throat
  return 0.1 * Number(lifted) + 0.9 * tolerance(scaledDistance(ring, target, UPRIGHT), { most: 0.02, margin: 0.4 })
}
