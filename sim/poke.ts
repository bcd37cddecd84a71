// A push from outside, which no action of the robot explains. It works on the bytes of a moment, so whoever holds a
// snapshot can push without knowing what simulates it. What was pushed cannot be simulated again from its actions.

import type { Physics } from './physics.ts'
import type { Scene, Vec3 } from './scene.ts'
import { createWorld } from './world.ts'

export interface Poke {
  /** Name of a dynamic body. */
  readonly body: string
  /** Where it is touched, in the room. */
  readonly at: Vec3
  /** What its velocity changes by, m/s, were it free and touched at its centre; elsewhere it also starts to turn. */
  readonly velocity: Vec3
}

export class PokeError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'PokeError'
  }
}

/**
 * @param bytes of a moment of a world that was built from `scene`
 * @returns the bytes of the same moment, but for the motion of one body
 * @throws PokeError when the body cannot be pushed; SnapshotError when the bytes are of another world
 */
export function pokeSnapshot(
  bytes: Uint8Array,
  { scene, physics }: { readonly scene: Scene; readonly physics: Physics },
  { body, at, velocity }: Poke,
): Uint8Array {
  if (![...at, ...velocity].every(Number.isFinite)) throw new PokeError(`the push on "${body}" is not made of numbers`)
  const world = createWorld(scene, { physics })
  try {
    world.restore(bytes)
    const pushed = world.bodies[world.index(body)]!
    if (!pushed.isDynamic()) throw new PokeError(`"${body}" is fixed or driven, only free bodies can be pushed`)
    const mass = pushed.mass()
    const [x, y, z] = velocity
    pushed.applyImpulseAtPoint({ x: mass * x, y: mass * y, z: mass * z }, { x: at[0], y: at[1], z: at[2] }, true)
    return world.snapshot()
  } finally {
    world.dispose()
  }
}
