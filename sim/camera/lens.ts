// From the world to the camera's own axes (right, down, ahead) and on to the screen.

import type { Quat, Vec3 } from '../scene.ts'
import { IDENTITY, transformed } from '../vector.ts'
import type { View } from './views.ts'

/** Nearer than this nothing is drawn, metres. */
export const NEAR = 0.02

export interface Carrying {
  readonly position: Vec3
  readonly rotation: Quat
}

const IN_THE_ROOM: Carrying = { position: [0, 0, 0], rotation: IDENTITY }

export class Lens {
  readonly width: number
  readonly height: number
  /** Of the optical axis on the screen, pixels. */
  readonly centreX: number
  readonly centreY: number
  /** Pixels of one metre, one metre ahead. */
  focal = 1
  readonly eye = new Float64Array(3)
  /** Rows: right, down and ahead in the world. */
  readonly rotation = new Float64Array(9)

  constructor(width: number, height: number) {
    this.width = width
    this.height = height
    this.centreX = width / 2
    this.centreY = height / 2
  }

  /** @param carrier where the body is that carries the view, and how it is turned; the room itself unless told */
  aim({ eye, target, halfHeight, up = [0, 1, 0] }: View, carrier: Carrying = IN_THE_ROOM): void {
    const { position, rotation } = carrier
    const turn = (offset: Vec3) => transformed([0, 0, 0], rotation, offset)
    const [ahead, right] = axes(turn(eye), turn(target), turn(up))
    const down = cross(ahead, right)
    this.rotation.set([...right, ...down, ...ahead])
    this.eye.set(transformed(position, rotation, eye))
    this.focal = this.height / 2 / halfHeight
  }

  /** A direction of the world in the camera's axes. */
  turn([x, y, z]: Vec3): Vec3 {
    const r = this.rotation
    return [r[0]! * x + r[1]! * y + r[2]! * z, r[3]! * x + r[4]! * y + r[5]! * z, r[6]! * x + r[7]! * y + r[8]! * z]
  }

  /** A place of the world in the camera's axes. */
  see([x, y, z]: Vec3): Vec3 {
    return this.turn([x - this.eye[0]!, y - this.eye[1]!, z - this.eye[2]!])
  }
}

/** Ahead and right. @param up at the top of a picture that is taken from straight above */
function axes(eye: Vec3, target: Vec3, up: Vec3): [ahead: Vec3, right: Vec3] {
  const ahead = unit([target[0] - eye[0], target[1] - eye[1], target[2] - eye[2]])
  const level = ahead[0] * ahead[0] + ahead[1] * ahead[1]
  return [ahead, unit(cross(ahead, level > 1e-12 ? [0, 0, 1] : up))]
}

function cross(a: Vec3, b: Vec3): Vec3 {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
}

function unit([x, y, z]: Vec3): Vec3 {
  const length = Math.sqrt(x * x + y * y + z * z)
  return [x / length, y / length, z / length]
}

/** A pose as a frame: three axes and an origin, [12], in the coordinates of whoever wrote it. */
export type Frame = Float64Array

/** Writes the frame of a pose: position x y z, quaternion x y z w, from `at` on. */
export function frameOf(poses: ArrayLike<number>, at: number, out: Frame): void {
  const qx = poses[at + 3]!
  const qy = poses[at + 4]!
  const qz = poses[at + 5]!
  const qw = poses[at + 6]!
  out[0] = 1 - 2 * (qy * qy + qz * qz)
  out[1] = 2 * (qx * qy + qz * qw)
  out[2] = 2 * (qx * qz - qy * qw)
  out[3] = 2 * (qx * qy - qz * qw)
  out[4] = 1 - 2 * (qx * qx + qz * qz)
  out[5] = 2 * (qy * qz + qx * qw)
  out[6] = 2 * (qx * qz + qy * qw)
  out[7] = 2 * (qy * qz - qx * qw)
  out[8] = 1 - 2 * (qx * qx + qy * qy)
  out[9] = poses[at]!
  out[10] = poses[at + 1]!
  out[11] = poses[at + 2]!
}

/** Writes a frame of the world as the camera sees it. */
export function seenFrom({ rotation: r, eye }: Lens, frame: Frame, out: Frame): void {
  for (let axis = 0; axis < 12; axis += 3) {
    const origin = axis === 9
    const x = frame[axis]! - (origin ? eye[0]! : 0)
    const y = frame[axis + 1]! - (origin ? eye[1]! : 0)
    const z = frame[axis + 2]! - (origin ? eye[2]! : 0)
    out[axis] = r[0]! * x + r[1]! * y + r[2]! * z
    out[axis + 1] = r[3]! * x + r[4]! * y + r[5]! * z
    out[axis + 2] = r[6]! * x + r[7]! * y + r[8]! * z
  }
}

/** Writes a frame given in the coordinates of another. */
export function within(outer: Frame, inner: Frame, out: Frame): void {
  for (let axis = 0; axis < 12; axis += 3) {
    const x = inner[axis]!
    const y = inner[axis + 1]!
    const z = inner[axis + 2]!
    for (let i = 0; i < 3; i++) {
      const sum = outer[i]! * x + outer[3 + i]! * y + outer[6 + i]! * z
      out[axis + i] = axis === 9 ? sum + outer[9 + i]! : sum
    }
  }
}
