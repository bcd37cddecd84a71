// The box of a safe, open towards the robot: what doors hang on.

import type { Body, Colour, Geom, Vec3 } from '../scene.ts'

const METAL: Colour = '#5b6672'
const INSIDE: Colour = '#3c444d'

/** @param position of its middle, 15 cm above the table */
export function safe(position: Vec3): Body {
  return { name: 'safe', kind: 'fixed', position, geoms: WALLS }
}

function side(half: Vec3, position: Vec3, colour: Colour): Geom {
  return { shape: { kind: 'box', half }, position, colour, friction: 0.8, touches: 'mechanism' }
}

const WALLS: readonly Geom[] = [
  side([0.016, 0.106, 0.15], [-0.204, 0, 0], METAL),
  side([0.016, 0.106, 0.15], [0.204, 0, 0], METAL),
  side([0.188, 0.106, 0.012], [0, 0, 0.138], METAL),
  side([0.188, 0.106, 0.012], [0, 0, -0.138], METAL),
  side([0.188, 0.012, 0.126], [0, 0.094, 0], INSIDE),
]
