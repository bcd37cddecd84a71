// A scene as objects that can be posed: one group a body, and the goal. Owns what it makes until `dispose`.

import { Group, Mesh, MeshStandardMaterial, type Object3D } from 'three'
import type { Body, Colour, Geom, Scene } from '../../../sim/scene.ts'
import { poseNumbers } from '../compare/sampling.ts'
import { createGoal } from './goal.ts'
import { geometryOf } from './shapes.ts'

export interface Figure {
  readonly root: Object3D
  /** In the order of the scene's bodies. */
  readonly bodies: readonly Object3D[]
  /** @param poses shape [bodies, 7] */
  pose(poses: Float32Array): void
  dispose(): void
}

export function createFigure(scene: Scene): Figure {
  const paint = createPaint()
  const bodies = scene.bodies.map((body) => createBody(body, paint.of))
  const goals = scene.markers.map(createGoal)
  const root = new Group()
  root.add(...bodies, ...goals.map((goal) => goal.root))
  return {
    root,
    bodies,
    pose(poses) {
      for (const [i, body] of bodies.entries()) placeAt(body, poses, i * poseNumbers)
    },
    dispose() {
      root.removeFromParent()
      for (const body of bodies) disposeGeometries(body)
      for (const goal of goals) goal.dispose()
      paint.dispose()
    },
  }
}

function createBody(body: Body, paint: (colour: Colour) => MeshStandardMaterial): Group {
  const group = new Group()
  group.name = body.name
  group.position.set(...body.position)
  if (body.rotation !== undefined) group.quaternion.set(...body.rotation)
  for (const geom of body.geoms) group.add(createGeom(geom, paint))
  return group
}

export function createGeom(geom: Geom, paint: (colour: Colour) => MeshStandardMaterial): Mesh {
  const mesh = new Mesh(geometryOf(geom.shape), paint(geom.colour))
  if (geom.position !== undefined) mesh.position.set(...geom.position)
  if (geom.rotation !== undefined) mesh.quaternion.set(...geom.rotation)
  mesh.castShadow = true
  mesh.receiveShadow = true
  return mesh
}

function placeAt(body: Object3D, poses: Float32Array, at: number): void {
  body.position.fromArray(poses, at)
  body.quaternion.fromArray(poses, at + 3)
}

function disposeGeometries(root: Object3D): void {
  root.traverse((object) => {
    if (object instanceof Mesh) object.geometry.dispose()
  })
}

/** One material a colour. */
function createPaint() {
  const materials = new Map<Colour, MeshStandardMaterial>()
  return {
    of(colour: Colour): MeshStandardMaterial {
      const found = materials.get(colour) ?? new MeshStandardMaterial({ color: colour, roughness: 0.75, metalness: 0 })
      materials.set(colour, found)
      return found
    },
    dispose() {
      for (const material of materials.values()) material.dispose()
    },
  }
}
