// A box: at most three of its faces are seen, each of one light.

import type { Vec3 } from '../scene.ts'
import type { Canvas } from './canvas.ts'
import { fillFlat, inkAt } from './fill.ts'
import type { Frame } from './lens.ts'
import type { Paint } from './paint.ts'

/** Planes closer to the eye than this are seen from the edge: nothing to draw. */
export const EDGE_ON = -1e-6

/** @param frame the box's axes and middle as the camera sees them */
export function drawBox(canvas: Canvas, frame: Frame, half: Vec3, paint: Paint): void {
  for (let axis = 0; axis < 3; axis++) {
    for (let side = -1; side <= 1; side += 2) {
      const distance = setFacePlane(canvas, frame, half, axis, side)
      if (distance >= EDGE_ON) continue
      setFaceCorners(canvas, frame, half, axis, side)
      const { normal } = canvas.polygon
      fillFlat(canvas, inkAt(paint.ink, paint.levelAt(normal[0]!, normal[1]!, normal[2]!)))
    }
  }
}

/** @returns the plane's distance; below 0 when the face looks at the eye */
function setFacePlane({ polygon }: Canvas, frame: Frame, half: Vec3, axis: number, side: number): number {
  const at = 3 * axis
  const x = side * frame[at]!
  const y = side * frame[at + 1]!
  const z = side * frame[at + 2]!
  const distance = x * frame[9]! + y * frame[10]! + z * frame[11]! + half[axis]!
  polygon.setPlane(x, y, z, distance)
  return distance
}

/** The four corners of one face, going round. */
export function setFaceCorners({ polygon }: Canvas, frame: Frame, half: Vec3, axis: number, side: number): void {
  const one = (axis + 1) % 3
  const two = (axis + 2) % 3
  for (let corner = 0; corner < 4; corner++) {
    const a = side * half[axis]!
    const b = corner === 0 || corner === 3 ? -half[one]! : half[one]!
    const c = corner < 2 ? -half[two]! : half[two]!
    polygon.setCorner(
      corner,
      frame[9]! + a * frame[3 * axis]! + b * frame[3 * one]! + c * frame[3 * two]!,
      frame[10]! + a * frame[3 * axis + 1]! + b * frame[3 * one + 1]! + c * frame[3 * two + 1]!,
      frame[11]! + a * frame[3 * axis + 2]! + b * frame[3 * one + 2]! + c * frame[3 * two + 2]!,
    )
  }
  polygon.corners = 4
}
