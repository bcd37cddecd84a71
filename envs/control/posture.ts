// Bodies joined by hinges, put where given angles have them.

import { cosine, sine } from '../../sim/elementary.ts'
import type { Body, Joint, Quat, Scene, Vec3 } from '../../sim/scene.ts'
import { IDENTITY, multiply, transformed } from '../../sim/vector.ts'

export interface Posture {
  /** Of the body that all others hang on, added to where it is at rest. */
  readonly shift: Vec3
  readonly turn: Quat
  /** Of the joints, in the order of the scene. */
  readonly angles: readonly number[]
}

/** The scene with its first moving body shifted and turned, and all that hangs on it. Children come after their parents. */
export function posed(scene: Scene, root: string, { shift, turn, angles }: Posture): Scene {
  const placed = new Map<string, Body>(scene.bodies.map((body) => [body.name, body]))
  const [x, y, z] = placed.get(root)!.position
  placed.set(root, { ...placed.get(root)!, position: [x + shift[0], y + shift[1], z + shift[2]], rotation: turn })
  scene.joints.forEach((joint, index) => {
    placed.set(joint.child, hung(placed.get(joint.child)!, joint, placed.get(joint.parent)!, angles[index]!))
  })
  return { ...scene, bodies: scene.bodies.map(({ name }) => placed.get(name)!) }
}

function hung(child: Body, { anchor, axis }: Joint, parent: Body, angle: number): Body {
  const turn = parent.rotation ?? IDENTITY
  const rotation = multiply(turn, about(axis, angle))
  const pivot = transformed(parent.position, turn, anchor.parent)
  const [x, y, z] = transformed([0, 0, 0], rotation, anchor.child)
  return { ...child, position: [pivot[0] - x, pivot[1] - y, pivot[2] - z], rotation }
}

/** A turn by `angle` about a unit axis. */
export function about([x, y, z]: Vec3, angle: number): Quat {
  const reach = sine(angle / 2)
  return [x * reach, y * reach, z * reach, cosine(angle / 2)]
}
