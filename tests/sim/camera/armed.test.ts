import { expect, test } from 'vitest'
import { DEFAULT_ROBOT, robots } from '../../../sim/arm/robots.ts'
import { withArm } from '../../../sim/camera/armed.ts'
import { Camera } from '../../../sim/camera/camera.ts'
import { handBodies } from '../../../sim/hand/bodies.ts'
import type { Scene } from '../../../sim/scene.ts'
import { posesOf } from '../../support/scene-poses.ts'

const scene: Scene = { bodies: handBodies([0, 0.6, 0.2]), joints: [], markers: [] }

test('an arm comes after the bodies of the scene and is seen', () => {
  const armed = withArm(scene)
  expect(armed.scene.bodies.length).toBe(scene.bodies.length + robots[DEFAULT_ROBOT].bodies.length)
  const poses = armed.poses(posesOf(scene))
  expect([...poses.slice(0, 28)]).toEqual([...posesOf(scene)])
  const numbers = new Camera({ scene: armed.scene, view: 'side', width: 60, height: 60 }).segmentation(poses)
  const links = new Set(numbers.filter((number) => number > scene.bodies.length))
  expect(links.size).toBeGreaterThan(2)
})

test('a scene without a hand gets no arm', () => {
  const bare: Scene = {
    bodies: [{ name: 'stone', kind: 'fixed', position: [1, 2, 3], geoms: [] }],
    joints: [],
    markers: [],
  }
  const armed = withArm(bare)
  expect(armed.scene).toBe(bare)
  expect([...armed.poses(posesOf(bare))]).toEqual([1, 2, 3, 0, 0, 0, 1])
})
