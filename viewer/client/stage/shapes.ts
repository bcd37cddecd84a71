// Geometry of a scene's shapes. Boxes get a slightly rounded edge, which catches the light as real edges do.

import { type BufferGeometry, CylinderGeometry, SphereGeometry } from 'three'
import { RoundedBoxGeometry } from 'three/addons/geometries/RoundedBoxGeometry.js'
import type { Shape } from '../../../sim/scene.ts'

/** Metres; thin boxes get a fraction of their thickness. */
const edgeRadius = 0.003

export function geometryOf(shape: Shape): BufferGeometry {
  switch (shape.kind) {
    case 'box': {
      const [x, y, z] = shape.half
      return new RoundedBoxGeometry(2 * x, 2 * y, 2 * z, 2, Math.min(edgeRadius, Math.min(x, y, z) * 0.4))
    }
    case 'cylinder':
      // Three's cylinders stand along y, a scene's along z.
      return new CylinderGeometry(shape.radius, shape.radius, 2 * shape.halfHeight, 40).rotateX(Math.PI / 2)
    case 'sphere':
      return new SphereGeometry(shape.radius, 32, 20)
  }
}
