// The ground that creatures run on: flat, with stripes that show how far they have come.

import type { Body, Geom } from '../../sim/scene.ts'

/** Metres, both ways: farther than anything runs in an episode of the usual length. */
const REACH = 400
const HALF_WIDTH = 4
const STRIPE = 4

/** @param friction of the ground; that of a contact is the mean of both */
export function floor({ friction, halfWidth = HALF_WIDTH }: { friction: number; halfWidth?: number }): Body {
  const ground: Geom = {
    shape: { kind: 'box', half: [REACH, halfWidth, 0.25] },
    position: [0, 0, -0.25],
    colour: '#cfd5db',
    friction,
    touches: 'everything',
  }
  const stripes = Array.from(
    { length: REACH / STRIPE },
    (_, index): Geom => ({
      shape: { kind: 'box', half: [STRIPE / 2, halfWidth, 0.001] },
      position: [(2 * index + 0.5) * STRIPE - REACH, 0, 0],
      colour: '#bcc4cc',
      touches: 'nothing',
    }),
  )
  return { name: 'floor', kind: 'fixed', position: [0, 0, 0], geoms: [ground, ...stripes] }
}
