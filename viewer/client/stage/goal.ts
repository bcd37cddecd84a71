// A goal that can be seen and judged in depth: a glassy ball with a solid heart, on a stem that stands in a ring on the
// table.

import { CylinderGeometry, Group, Mesh, MeshBasicMaterial, type Object3D, RingGeometry, SphereGeometry } from 'three'
import type { Marker } from '../../../sim/scene.ts'

/** Above the table top, so that the ring is not hidden in it. */
const ringHeight = 0.0015
const stemRadius = 0.0012

export interface Goal {
  readonly root: Object3D
  dispose(): void
}

export function createGoal(marker: Marker): Goal {
  const { position, radius, colour } = marker
  const glass = new MeshBasicMaterial({ color: colour, transparent: true, opacity: 0.28, depthWrite: false })
  const solid = new MeshBasicMaterial({ color: colour, transparent: true, opacity: 0.85, depthWrite: false })
  const [x, y, z] = position
  const ball = new Mesh(new SphereGeometry(radius * 1.6, 32, 20), glass)
  const heart = new Mesh(new SphereGeometry(radius * 0.55, 24, 16), solid)
  ball.position.set(x, y, z)
  heart.position.set(x, y, z)
  const ring = new Mesh(new RingGeometry(radius * 1.7, radius * 2, 64), solid)
  ring.position.set(x, y, ringHeight)
  const height = Math.max(0.001, z - ringHeight)
  const stem = new Mesh(new CylinderGeometry(stemRadius, stemRadius, height, 12).rotateX(Math.PI / 2), glass)
  stem.position.set(x, y, ringHeight + height / 2)
  const parts = [ring, stem, heart, ball]
  const root = new Group()
  root.name = marker.name
  root.add(...parts)
  return {
    root,
    dispose() {
      for (const part of parts) part.geometry.dispose()
      glass.dispose()
      solid.dispose()
    },
  }
}
