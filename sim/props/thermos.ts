// A thermos flask with a handle towards -y, that slides over the table without turning.

import type { Colour, Geom, Vec3 } from '../scene.ts'
import type { Prop } from './prop.ts'

const GREEN: Colour = '#2f7d5a'
const STEEL: Colour = '#a7afb7'
const BLACK: Colour = '#2c2f35'

/** Height of its parts' origin above the table: it hovers, for its rails carry it. */
const HOVER = 0.002
/** How fast it slows down when left alone, 1/s. */
const DAMPING = 12
const FRICTION = 0.5
/** The gap that a stick goes through: between body and bar, at the height of the bar's middle. */
const GAP: Vec3 = [0, -0.09, 0.132]

/**
 * Sites: `thermos`, on its axis at the height of the gap, and `thermos-handle`, in the gap.
 * @param position of its foot on the table
 */
export function thermos({ position: [x, y, z] }: { readonly position: Vec3 }): Prop {
  return {
    bodies: [
      {
        name: 'thermos',
        kind: 'dynamic',
        position: [x, y, z + HOVER],
        planar: { damping: DAMPING },
        geoms: GEOMS,
      },
    ],
    joints: [],
    sites: [
      { name: 'thermos', body: 'thermos', position: [0, 0, GAP[2] - HOVER] },
      { name: 'thermos-handle', body: 'thermos', position: [0, GAP[1], GAP[2] - HOVER] },
    ],
  }
}

const GEOMS: readonly Geom[] = [
  solid({ kind: 'cylinder', radius: 0.06, halfHeight: 0.15 }, [0, 0, 0.15], GREEN, 0.45),
  solid({ kind: 'box', half: [0.01, 0.005, 0.068] }, [0, -0.135, 0.132], BLACK, 0.05),
  solid({ kind: 'box', half: [0.01, 0.04, 0.005] }, [0, -0.09, 0.195], BLACK, 0.05),
  solid({ kind: 'box', half: [0.01, 0.04, 0.005] }, [0, -0.09, 0.069], BLACK, 0.05),
  {
    shape: { kind: 'cylinder', radius: 0.0605, halfHeight: 0.04 },
    position: [0, 0, 0.2601],
    colour: STEEL,
    touches: 'nothing',
  },
  {
    shape: { kind: 'cylinder', radius: 0.0605, halfHeight: 0.012 },
    position: [0, 0, 0.012],
    colour: STEEL,
    touches: 'nothing',
  },
]

function solid(shape: Geom['shape'], position: Vec3, colour: Colour, mass: number): Geom {
  return { shape, position, colour, mass, friction: FRICTION, touches: 'everything' }
}
