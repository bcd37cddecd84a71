// Jammed between limits that cannot give way, the solver builds up impulses, and lets them go at tens of metres a second.
// What it throws is put back where it was, at rest. Hands and falling things never come near this speed;
// scenes of what is faster say so.

import type { RigidBody } from '@dimforge/rapier3d'
import type { Scene } from './scene.ts'

/** Metres a second: five times what the hand can do. */
const FASTEST = 5

const AT_REST = { x: 0, y: 0, z: 0 }

export class Brake {
  /** Which of the scene's bodies can be thrown. */
  readonly #movable: readonly number[]
  /** Where they were, three numbers each. */
  readonly #before: Float64Array
  /** Square of the farthest way in one physics step, metres. */
  readonly #farthest: number
  readonly #place = { x: 0, y: 0, z: 0 }

  constructor({ bodies, fastest = FASTEST }: Pick<Scene, 'bodies' | 'fastest'>, timestep: number) {
    this.#movable = bodies.flatMap((body, index) => (body.kind === 'dynamic' ? [index] : []))
    this.#before = new Float64Array(3 * this.#movable.length)
    this.#farthest = (fastest * timestep) ** 2
  }

  /** Takes the present places for good: the world was built, restored or placed anew. */
  begin(bodies: readonly RigidBody[]): void {
    this.#movable.forEach((index, at) => {
      this.#keep(at, bodies[index]!.translation(this.#place))
    })
  }

  /** To be called after every physics step. */
  apply(bodies: readonly RigidBody[]): void {
    const before = this.#before
    for (let at = 0; at < this.#movable.length; at++) {
      const body = bodies[this.#movable[at]!]!
      const { x, y, z } = body.translation(this.#place)
      const [dx, dy, dz] = [x - before[3 * at]!, y - before[3 * at + 1]!, z - before[3 * at + 2]!]
      if (dx * dx + dy * dy + dz * dz > this.#farthest) this.#putBack(at, body)
      else this.#keep(at, this.#place)
    }
  }

  #keep(at: number, { x, y, z }: { readonly x: number; readonly y: number; readonly z: number }): void {
    this.#before[3 * at] = x
    this.#before[3 * at + 1] = y
    this.#before[3 * at + 2] = z
  }

  #putBack(at: number, body: RigidBody): void {
    const [x, y, z] = [this.#before[3 * at]!, this.#before[3 * at + 1]!, this.#before[3 * at + 2]!]
    body.setTranslation({ x, y, z }, true)
    body.setLinvel(AT_REST, true)
    body.setAngvel(AT_REST, true)
  }
}
