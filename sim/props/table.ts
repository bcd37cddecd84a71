// The table of Meta-World: top at z = 0, 1.4 m x 0.8 m around (0, 0.6), with a low rim that keeps things on it.

import type { Colour, Geom, Vec3 } from '../scene.ts'
import type { Prop } from './prop.ts'

const WOOD: Colour = '#c9a27a'
const RIM: Colour = '#8d6a49'
const HALF = { x: 0.7, y: 0.4, thickness: 0.03 }
const RIM_HALF = { width: 0.012, height: 0.03 }

export function table(): Prop {
  const slab: Geom = {
    shape: { kind: 'box', half: [HALF.x, HALF.y, HALF.thickness] },
    position: [0, 0, -HALF.thickness],
    colour: WOOD,
    friction: 1,
    touches: 'everything',
  }
  const side = HALF.x + RIM_HALF.width
  const end = HALF.y + RIM_HALF.width
  const rims = [
    rim([-side, 0, 0], [RIM_HALF.width, HALF.y, RIM_HALF.height]),
    rim([side, 0, 0], [RIM_HALF.width, HALF.y, RIM_HALF.height]),
    rim([0, -end, 0], [side + RIM_HALF.width, RIM_HALF.width, RIM_HALF.height]),
    rim([0, end, 0], [side + RIM_HALF.width, RIM_HALF.width, RIM_HALF.height]),
  ]
  return {
    bodies: [{ name: 'table', kind: 'fixed', position: [0, 0.6, 0], geoms: [slab, ...rims] }],
    joints: [],
    sites: [],
  }
}

function rim(position: Vec3, half: Vec3): Geom {
  return { shape: { kind: 'box', half }, position, colour: RIM, touches: 'everything' }
}
