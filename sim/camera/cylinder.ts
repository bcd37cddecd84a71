// A cylinder as a prism whose sides are shaded round, and two caps.

import { EDGE_ON } from './box.ts'
import type { Canvas } from './canvas.ts'
import { APOTHEM, COSINES, SIDES, SINES } from './circle.ts'
import { fillFlat, fillSmooth, inkAt } from './fill.ts'
import type { Frame } from './lens.ts'
import type { Paint } from './paint.ts'

/** Of the lower rim, and from its middle outwards; of the cylinder drawn last. */
const outwards = new Float64Array(3 * SIDES)
const levels = new Float64Array(SIDES)

/** @param frame the cylinder's axes (the third along it) and middle as the camera sees them */
export function drawCylinder(canvas: Canvas, frame: Frame, radius: number, halfHeight: number, paint: Paint): void {
  for (let i = 0; i < SIDES; i++) {
    const x = COSINES[i]! * frame[0]! + SINES[i]! * frame[3]!
    const y = COSINES[i]! * frame[1]! + SINES[i]! * frame[4]!
    const z = COSINES[i]! * frame[2]! + SINES[i]! * frame[5]!
    outwards[3 * i] = x
    outwards[3 * i + 1] = y
    outwards[3 * i + 2] = z
    levels[i] = paint.levelAt(x, y, z)
  }
  for (let i = 0; i < SIDES; i++) drawSide(canvas, frame, radius, halfHeight, i, paint)
  drawCap(canvas, frame, radius, halfHeight, -1, paint)
  drawCap(canvas, frame, radius, halfHeight, 1, paint)
}

function drawSide(canvas: Canvas, frame: Frame, radius: number, halfHeight: number, i: number, paint: Paint): void {
  const next = i + 1 === SIDES ? 0 : i + 1
  const scale = 1 / (2 * APOTHEM)
  const x = scale * (outwards[3 * i]! + outwards[3 * next]!)
  const y = scale * (outwards[3 * i + 1]! + outwards[3 * next + 1]!)
  const z = scale * (outwards[3 * i + 2]! + outwards[3 * next + 2]!)
  const distance = x * frame[9]! + y * frame[10]! + z * frame[11]! + radius * APOTHEM
  if (distance >= EDGE_ON) return
  const { polygon } = canvas
  polygon.setPlane(x, y, z, distance)
  setRimCorner(canvas, frame, 0, i, radius, -halfHeight)
  setRimCorner(canvas, frame, 1, next, radius, -halfHeight)
  setRimCorner(canvas, frame, 2, next, radius, halfHeight)
  setRimCorner(canvas, frame, 3, i, radius, halfHeight)
  polygon.corners = 4
  fillSmooth(canvas, paint.ink)
}

function drawCap(canvas: Canvas, frame: Frame, radius: number, halfHeight: number, side: -1 | 1, paint: Paint): void {
  const x = side * frame[6]!
  const y = side * frame[7]!
  const z = side * frame[8]!
  const distance = x * frame[9]! + y * frame[10]! + z * frame[11]! + halfHeight
  if (distance >= EDGE_ON) return
  canvas.polygon.setPlane(x, y, z, distance)
  for (let i = 0; i < SIDES; i++) setRimCorner(canvas, frame, i, i, radius, side * halfHeight)
  canvas.polygon.corners = SIDES
  fillFlat(canvas, inkAt(paint.ink, paint.levelAt(x, y, z)))
}

function setRimCorner(
  { polygon }: Canvas,
  frame: Frame,
  corner: number,
  i: number,
  radius: number,
  along: number,
): void {
  polygon.setCorner(
    corner,
    frame[9]! + radius * outwards[3 * i]! + along * frame[6]!,
    frame[10]! + radius * outwards[3 * i + 1]! + along * frame[7]!,
    frame[11]! + radius * outwards[3 * i + 2]! + along * frame[8]!,
    levels[i]!,
  )
}
