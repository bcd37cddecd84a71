// Limbs as scene data: capsules. On flat ground a capsule touches with the balls at its ends, and these alone are simulated;
// the tube between them is drawn.

import type { Colour, Geom, Quat, Vec3 } from '../../sim/scene.ts'

export interface Limb {
  /** Ends, in the frame of the body that carries the limb. */
  readonly from: Vec3
  readonly to: Vec3
  readonly radius: number
  readonly mass: number
  readonly friction: number
  readonly colour: Colour
}

export function limb({ from, to, radius, mass, friction, colour }: Limb): Geom[] {
  const ends = [from, to].map(
    (position): Geom => ({
      shape: { kind: 'sphere', radius },
      position,
      colour,
      mass: mass / 2,
      friction,
      touches: 'mechanism',
    }),
  )
  return [...ends, tube(from, to, radius, colour)]
}

function tube(from: Vec3, to: Vec3, radius: number, colour: Colour): Geom {
  const along: Vec3 = [to[0] - from[0], to[1] - from[1], to[2] - from[2]]
  const length = Math.sqrt(along[0] ** 2 + along[1] ** 2 + along[2] ** 2)
  return {
    shape: { kind: 'cylinder', radius, halfHeight: length / 2 },
    position: [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2, (from[2] + to[2]) / 2],
    rotation: fromUpright(along, length),
    colour,
    touches: 'nothing',
  }
}

/** The shortest turn that takes the z axis to a direction. */
function fromUpright([x, y, z]: Vec3, length: number): Quat {
  const w = length + z
  if (w < 1e-9 * length) return [1, 0, 0, 0]
  const norm = Math.sqrt(x * x + y * y + w * w)
  return [-y / norm, x / norm, 0, w / norm]
}
