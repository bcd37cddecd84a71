// How a surface answers the light: its ink, and the lamp as the camera sees it.

import type { Vec3 } from '../scene.ts'
import { type Ink, LEVELS_PER_LIGHT } from './colour.ts'
import { lightAt } from './light.ts'

export class Paint {
  ink: Ink
  /** Towards the lamp, in the camera's axes. */
  lamp: Vec3

  constructor(ink: Ink, lamp: Vec3) {
    this.ink = ink
    this.lamp = lamp
  }

  /** Light on a surface with this normal (in the camera's axes, length 1), in levels. */
  levelAt(x: number, y: number, z: number): number {
    const cosine = x * this.lamp[0] + y * this.lamp[1] + z * this.lamp[2]
    return LEVELS_PER_LIGHT * lightAt(cosine)
  }
}
