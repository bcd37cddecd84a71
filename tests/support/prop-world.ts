// Props in a world of their own, for tests of what they do when pushed.

import type { Prop } from '../../sim/props/prop.ts'
import type { Scene, Vec3 } from '../../sim/scene.ts'
import { transformed } from '../../sim/vector.ts'
import { createWorld, type World } from '../../sim/world.ts'

export function sceneOf(...props: readonly Prop[]): Scene {
  return { bodies: props.flatMap((prop) => prop.bodies), joints: props.flatMap((prop) => prop.joints), markers: [] }
}

export function withProps<Result>(props: readonly Prop[], use: (world: World) => Result): Result {
  const world = createWorld(sceneOf(...props), { physics: 'accurate' })
  try {
    return use(world)
  } finally {
    world.dispose()
  }
}

export function run(world: World, seconds: number): void {
  for (let i = 0; i < seconds * 160; i++) world.step()
}

/** Presses a body with a constant force, N, for some seconds. */
export function press(world: World, name: string, [x, y, z]: Vec3, seconds: number): void {
  const body = world.bodies[world.index(name)]!
  body.addForce({ x, y, z }, true)
  run(world, seconds)
  body.resetForces(true)
}

/** Turns a body with a constant torque, N m, for some seconds. */
export function twist(world: World, name: string, [x, y, z]: Vec3, seconds: number): void {
  const body = world.bodies[world.index(name)]!
  body.addTorque({ x, y, z }, true)
  run(world, seconds)
  body.resetTorques(true)
}

/** Where a site of a prop is now. */
export function siteOf(world: World, prop: Prop, name: string): Vec3 {
  const site = prop.sites.find((candidate) => candidate.name === name)!
  const index = world.index(site.body)
  return transformed(world.position(index, [0, 0, 0]), world.rotation(index, [0, 0, 0, 1]), site.position)
}
