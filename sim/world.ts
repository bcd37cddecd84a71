// A simulated world built from a scene: step it, read it, keep it and bring it back. The owner disposes of it.

import { World as RapierWorld, type RigidBody } from '@dimforge/rapier3d'
import { Brake } from './brake.ts'
import { createBody, createJoint, placeBody, SceneError } from './build.ts'
import { touching } from './contacts.ts'
import { requireEngine } from './engine.ts'
import type { StateHash } from './hash.ts'
import { unknownName } from './names.ts'
import { applyPhysics, GRAVITY, type Physics, SUBSTEPS, stepPhysics } from './physics.ts'
import type { Scene } from './scene.ts'
import type { MutableQuat, MutableVec3 } from './vector.ts'

/** Numbers of one body in `poses`: position x y z, quaternion x y z w. */
export const POSE_SIZE = 7

let live = 0

/** Worlds created and not yet disposed of, in this thread. */
export function liveWorlds(): number {
  return live
}

/** @throws EngineNotLoadedError when `loadEngine` was not awaited; SceneError when the scene cannot be simulated. */
export function createWorld(scene: Scene, options: { readonly physics: Physics }): World {
  requireEngine()
  return new World(scene, options.physics)
}

export class World {
  /** As built; `place` moves bodies away from it. */
  readonly scene: Scene
  readonly physics: Physics
  /** Physics steps in one control step. */
  readonly substeps: number
  /** The engine's bodies in the order of `scene.bodies`; the elements are replaced by `restore`. */
  readonly bodies: RigidBody[]
  #rapier: RapierWorld
  #disposed = false
  readonly #handles: readonly number[]
  readonly #brake: Brake
  readonly #vector = { x: 0, y: 0, z: 0 }
  readonly #quaternion = { x: 0, y: 0, z: 0, w: 1 }

  constructor(scene: Scene, physics: Physics) {
    this.scene = scene
    this.physics = physics
    this.substeps = (scene.substeps ?? SUBSTEPS)[physics]
    this.#rapier = new RapierWorld(GRAVITY)
    try {
      applyPhysics(this.#rapier, this.substeps)
      this.bodies = scene.bodies.map((body) => createBody(this.#rapier, body))
      for (const joint of scene.joints) {
        createJoint(this.#rapier, joint, this.bodies[this.index(joint.parent)]!, this.bodies[this.index(joint.child)]!)
      }
    } catch (error) {
      this.#rapier.free()
      throw error
    }
    this.#handles = this.bodies.map((body) => body.handle)
    this.#brake = new Brake(scene, this.#rapier.timestep)
    this.#brake.begin(this.bodies)
    live++
  }

  /** The engine's own world, for what is not said by the scene; replaced by `restore`. */
  get rapier(): RapierWorld {
    this.#requireAlive()
    return this.#rapier
  }

  /** Place of a body in `scene.bodies`. */
  index(name: string): number {
    const names = this.scene.bodies.map((body) => body.name)
    const index = names.indexOf(name)
    if (index < 0) throw new RangeError(unknownName('body', name, names))
    return index
  }

  /**
   * Moves the bodies to where another scene has them; all else must be equal. Before the first step only: a world that was
   * stepped remembers its contacts.
   */
  place(scene: Scene): void {
    this.#requireAlive()
    const [built, placed] = [this.scene.bodies, scene.bodies]
    if (placed.length !== built.length || placed.some(({ name }, i) => name !== built[i]!.name)) {
      throw new SceneError('a world can be placed anew only with the bodies it was built with')
    }
    placed.forEach((body, i) => {
      placeBody(this.bodies[i]!, body)
    })
    this.#brake.begin(this.bodies)
  }

  /** One physics step. */
  step(): void {
    stepPhysics(this.rapier)
    this.#brake.apply(this.bodies)
  }

  position(index: number, out: MutableVec3): MutableVec3 {
    const { x, y, z } = this.bodies[index]!.translation(this.#vector)
    out[0] = x
    out[1] = y
    out[2] = z
    return out
  }

  rotation(index: number, out: MutableQuat): MutableQuat {
    const { x, y, z, w } = this.bodies[index]!.rotation(this.#quaternion)
    out[0] = x
    out[1] = y
    out[2] = z
    out[3] = w
    return out
  }

  /** Poses of all bodies, shape [bodies, 7], in the order of `scene.bodies`. */
  poses(out: Float32Array = new Float32Array(this.scene.bodies.length * POSE_SIZE)): Float32Array {
    this.#requireAlive()
    for (let i = 0; i < this.bodies.length; i++) {
      const { x, y, z } = this.bodies[i]!.translation(this.#vector)
      const turn = this.bodies[i]!.rotation(this.#quaternion)
      const at = i * POSE_SIZE
      out[at] = x
      out[at + 1] = y
      out[at + 2] = z
      out[at + 3] = turn.x
      out[at + 4] = turn.y
      out[at + 5] = turn.z
      out[at + 6] = turn.w
    }
    return out
  }

  /** Names of the bodies that touch each other, each pair once, as of the last step. */
  contacts(): [first: string, second: string][] {
    this.#requireAlive()
    const pairs: [string, string][] = []
    for (let i = 0; i < this.bodies.length; i++) {
      for (let j = i + 1; j < this.bodies.length; j++) {
        if (touching(this.#rapier, this.bodies[i]!, this.bodies[j]!)) {
          pairs.push([this.scene.bodies[i]!.name, this.scene.bodies[j]!.name])
        }
      }
    }
    return pairs
  }

  /** Adds the pose and velocity of every body to a hash. */
  addTo(hash: StateHash): StateHash {
    this.#requireAlive()
    for (const body of this.bodies) {
      addVector(hash, body.translation(this.#vector))
      addVector(hash, body.linvel(this.#vector))
      addVector(hash, body.angvel(this.#vector))
      const turn = body.rotation(this.#quaternion)
      addVector(hash, turn)
      hash.add(turn.w)
    }
    return hash
  }

  /** The engine's bytes: poses, velocities, contacts, motors and settings. */
  snapshot(): Uint8Array {
    return this.rapier.takeSnapshot()
  }

  /**
   * Goes back to a snapshot of this world or of one built from the same bodies and joints.
   * @throws SnapshotError when the bytes are not such a snapshot; the world is then unchanged.
   */
  restore(bytes: Uint8Array): void {
    const restored = deserialize(this.rapier, bytes)
    const bodies = this.#handles.map((handle) => restored.bodies.get(handle))
    if (bodies.some((body) => body === null) || restored.bodies.len() !== bodies.length) {
      restored.free()
      throw new SnapshotError('the snapshot holds other bodies than this world')
    }
    if (restored.timestep !== this.rapier.timestep) {
      restored.free()
      throw new SnapshotError(`the snapshot was taken with other physics than "${this.physics}"`)
    }
    this.#rapier.free()
    this.#rapier = restored
    bodies.forEach((body, i) => {
      this.bodies[i] = body!
    })
    this.#brake.begin(this.bodies)
  }

  /** Frees the engine's memory; may be called twice. */
  dispose(): void {
    if (this.#disposed) return
    this.#disposed = true
    this.bodies.length = 0
    this.#rapier.free()
    live--
  }

  #requireAlive(): void {
    if (this.#disposed) throw new WorldDisposedError()
  }
}

function addVector(hash: StateHash, vector: { x: number; y: number; z: number }): void {
  hash.add(vector.x).add(vector.y).add(vector.z)
}

/** The engine's own `World.restoreSnapshot` leaves two small objects to the garbage collector at each call. */
function deserialize(rapier: RapierWorld, bytes: Uint8Array): RapierWorld {
  const raw = rapier.serializationPipeline.raw.deserializeAll(bytes)
  if (raw === undefined) throw new SnapshotError('the bytes are not a snapshot of this physics engine')
  const restored = RapierWorld.fromRaw(raw)
  raw.free()
  return restored
}

export class SnapshotError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'SnapshotError'
  }
}

export class WorldDisposedError extends Error {
  constructor() {
    super('this world was disposed of: create another')
    this.name = 'WorldDisposedError'
  }
}
