// What a prop is: bodies and joints of a scene, and the places on them that tasks speak of.

import type { Body, Joint, Vec3 } from '../scene.ts'

/** A named point fixed to a body, such as a handle. */
export interface Site {
  readonly name: string
  readonly body: string
  /** In the body's frame. */
  readonly position: Vec3
}

export interface Prop {
  readonly bodies: readonly Body[]
  readonly joints: readonly Joint[]
  readonly sites: readonly Site[]
}
