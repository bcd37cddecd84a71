// A scene as objects that can be posed: one group a body, and the goals. What it draws with comes from the workshop,
// which figures share; `dispose` gives it back.

import { Group, Mesh, MeshStandardMaterial, type Object3D } from 'three'
import type { Body, Geom, Scene } from '../../../sim/scene.ts'
import { poseNumbers } from '../compare/sampling.ts'
import { createGoal } from './goal.ts'
import { geometryOf } from './shapes.ts'
import type { Tools, Workshop } from './workshop.ts'

export interface Figure {
  readonly root: Object3D
  /** In the order of the scene's bodies. */
  readonly bodies: readonly Object3D[]
  /** @param poses shape [bodies, 7] */
  pose(poses: Float32Array): void
  /** All of it, nothing, or only what moves: a ghost needs no second table. */
  show(part: FigurePart): void
  dispose(): void
}

export type FigurePart = 'all' | 'moving' | 'nothing'

export function createFigure(scene: Scene, workshop: Workshop): Figure {
  const tools = workshop.open()
  const bodies = scene.bodies.map((body) => createBody(body, tools))
  const goals = scene.markers.map((marker) => createGoal(marker, tools))
  const root = new Group()
  root.add(...bodies, ...goals)
  const still = [...goals, ...bodies.filter((_, i) => scene.bodies[i]?.kind === 'fixed')]
  return {
    root,
    bodies,
    pose(poses) {
      for (const [i, body] of bodies.entries()) placeAt(body, poses, i * poseNumbers)
    },
    show(part) {
      root.visible = part !== 'nothing'
      for (const object of still) object.visible = part === 'all'
    },
    dispose() {
      root.removeFromParent()
      tools.giveBack()
    },
  }
}

function createBody(body: Body, tools: Tools): Group {
  const group = new Group()
  group.name = body.name
  group.position.set(...body.position)
  if (body.rotation !== undefined) group.quaternion.set(...body.rotation)
  for (const geom of body.geoms) if (!geom.hidden) group.add(createGeom(geom, tools))
  return group
}

function createGeom({ shape, colour, position, rotation }: Geom, { geometries, paints }: Tools): Mesh {
  const geometry = geometries.take(JSON.stringify(shape), () => geometryOf(shape))
  const paint = paints.take(colour, () => new MeshStandardMaterial({ color: colour, roughness: 0.75, metalness: 0 }))
  const mesh = new Mesh(geometry, paint)
  if (position !== undefined) mesh.position.set(...position)
  if (rotation !== undefined) mesh.quaternion.set(...rotation)
  mesh.castShadow = true
  mesh.receiveShadow = true
  return mesh
}

function placeAt(body: Object3D, poses: Float32Array, at: number): void {
  body.position.fromArray(poses, at)
  body.quaternion.fromArray(poses, at + 3)
}
