// The driven world on stage: its bodies and the arm behind its hand, posed as they are now.

import { Raycaster, Vector2, type Vector3 } from 'three'
import type { Env } from '../../../envs/contract.ts'
import { robots } from '../../../sim/arm/robots.ts'
import { withArm } from '../../../sim/camera/armed.ts'
import { HAND_BODIES } from '../../../sim/hand/bodies.ts'
import type { Vec3 } from '../../../sim/scene.ts'
import { createFigure } from '../stage/figure.ts'
import type { SoloStage } from '../stage/solo-stage.ts'
import type { Looking } from './pushing.ts'

export interface LiveFigure {
  /** Takes over the poses of the world. */
  pose(): void
  hand(): Vector3 | undefined
  /** The free body that is seen at a place of the canvas, each from -1 to 1, and where it is touched. */
  bodyAt(x: number, y: number): { readonly body: string; readonly at: Vec3 } | undefined
  /** The free body nearest to the hand that is no part of it. */
  nearest(): { readonly body: string; readonly at: Vec3 } | undefined
  dispose(): void
}

export function createLiveFigure(env: Env, stage: SoloStage): LiveFigure {
  const scene = env.scene()
  const armed = withArm(scene, robots[env.options.robot])
  const figure = createFigure(armed.scene, stage.workshop)
  stage.room.add(figure.root)
  const poses = env.poses()
  const palm = scene.bodies.findIndex(({ name }) => name === HAND_BODIES.palm)
  const parts: readonly string[] = Object.values(HAND_BODIES)
  const free = scene.bodies
    .filter(({ kind, name }) => kind === 'dynamic' && !parts.includes(name))
    .map(({ name }) => name)
  const ray = new Raycaster()

  return {
    pose: () => figure.pose(armed.poses(env.poses(poses))),
    hand: () => figure.bodies[palm]?.position,
    bodyAt(x, y) {
      ray.setFromCamera(new Vector2(x, y), stage.rig.camera)
      const [hit] = ray.intersectObject(figure.root, true)
      const body = hit && figure.bodies.find((each) => each === hit.object.parent)?.name
      return body !== undefined && free.includes(body) ? { body, at: hit!.point.toArray() } : undefined
    },
    nearest() {
      const from = figure.bodies[palm]?.position
      const candidates = figure.bodies.filter(({ name }) => free.includes(name))
      const distance = (position: Vector3) => from?.distanceTo(position) ?? 0
      const [found] = candidates.sort((a, b) => distance(a.position) - distance(b.position))
      return found && { body: found.name, at: found.position.toArray() }
    },
    dispose: () => figure.dispose(),
  }
}

/** Where the stage's camera looks. */
export function lookingOf({ rig: { camera } }: SoloStage): Looking {
  camera.updateMatrixWorld()
  const at = camera.matrixWorld.elements
  const axis = (column: number, sign: number): Vec3 => [
    sign * at[column]!,
    sign * at[column + 1]!,
    sign * at[column + 2]!,
  ]
  return { right: axis(0, 1), up: axis(4, 1), forward: axis(8, -1) }
}
