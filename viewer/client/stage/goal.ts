// A goal that can be seen and judged in depth: a glassy ball with a solid heart, on a stem that stands in a ring on the
// table. Goals of one size and colour share what they are made of.

import {
  type BufferGeometry,
  CylinderGeometry,
  Group,
  Mesh,
  MeshBasicMaterial,
  type Object3D,
  RingGeometry,
  SphereGeometry,
} from 'three'
import type { Colour, Marker } from '../../../sim/scene.ts'
import type { Tools } from './workshop.ts'

/** Above the table top, so that the ring is not hidden in it. */
const ringHeight = 0.0015
const stemRadius = 0.0012

const opacities = { glass: 0.28, solid: 0.85 } as const

export function createGoal({ name, position, radius, colour }: Marker, { geometries, paints }: Tools): Object3D {
  const shape = (part: string, make: () => BufferGeometry) => geometries.take(`goal ${part} ${radius}`, make)
  const paint = (kind: keyof typeof opacities) =>
    paints.take(`goal ${kind} ${colour}`, () => createPaint(colour, opacities[kind]))
  const [x, y, z] = position
  const height = Math.max(0.001, z - ringHeight)
  const ball = new Mesh(
    shape('ball', () => new SphereGeometry(radius * 1.6, 32, 20)),
    paint('glass'),
  )
  const heart = new Mesh(
    shape('heart', () => new SphereGeometry(radius * 0.55, 24, 16)),
    paint('solid'),
  )
  const ring = new Mesh(
    shape('ring', () => new RingGeometry(radius * 1.7, radius * 2, 64)),
    paint('solid'),
  )
  const stem = new Mesh(
    geometries.take('goal stem', () => new CylinderGeometry(stemRadius, stemRadius, 1, 12).rotateX(Math.PI / 2)),
    paint('glass'),
  )
  ball.position.set(x, y, z)
  heart.position.set(x, y, z)
  ring.position.set(x, y, ringHeight)
  stem.position.set(x, y, ringHeight + height / 2)
  stem.scale.z = height
  const root = new Group()
  root.name = name
  root.add(ring, stem, heart, ball)
  return root
}

function createPaint(colour: Colour, opacity: number): MeshBasicMaterial {
  return new MeshBasicMaterial({ color: colour, transparent: true, opacity, depthWrite: false })
}
