// A goal as the page shows it: a glassy ball with a solid heart, on a stem that stands in a ring on the table. It hides
// nothing and has no depth.

import type { Marker, Vec3 } from '../scene.ts'
import type { Canvas } from './canvas.ts'
import { COSINES, SIDES, SINES } from './circle.ts'
import { channels, packed } from './colour.ts'
import { fillGlass } from './fill.ts'
import type { Lens } from './lens.ts'
import { drawGlassSphere } from './sphere.ts'

/** Shares of 256. */
const GLASS = 72
const SOLID = 218
/** Above the table's top, so that the ring is not hidden in it. */
const RING_HEIGHT = 0.0015
const STEM_RADIUS = 0.0012

export function drawGoal(canvas: Canvas, { position, radius, colour }: Marker): void {
  const value = packed(...channels(colour))
  const [x, y, z] = position
  drawRing(canvas, [x, y, RING_HEIGHT], { inner: 1.7 * radius, outer: 2 * radius }, value)
  drawStem(canvas, [x, y, RING_HEIGHT], z - RING_HEIGHT, value)
  const middle = canvas.lens.see(position)
  drawGlassSphere(canvas, middle, 0.55 * radius, value, SOLID)
  drawGlassSphere(canvas, middle, 1.6 * radius, value, GLASS)
}

function drawRing(
  canvas: Canvas,
  [x, y, z]: Vec3,
  { inner, outer }: { readonly inner: number; readonly outer: number },
  value: number,
): void {
  const { lens, polygon } = canvas
  for (let i = 0; i < SIDES; i++) {
    const next = i + 1 === SIDES ? 0 : i + 1
    const corners = [
      [i, inner],
      [next, inner],
      [next, outer],
      [i, outer],
    ] as const
    for (const [corner, [side, radius]] of corners.entries()) {
      polygon.setCorner(corner, ...lens.see([x + radius * COSINES[side]!, y + radius * SINES[side]!, z]))
    }
    setLevelPlane(canvas, lens, z)
    fillGlass(canvas, value, SOLID)
  }
}

/** A strip that faces the eye. */
function drawStem(canvas: Canvas, [x, y, z]: Vec3, height: number, value: number): void {
  if (height <= 0) return
  const { lens, polygon } = canvas
  const [awayX, awayY] = [x - lens.eye[0]!, y - lens.eye[1]!]
  const away = Math.sqrt(awayX * awayX + awayY * awayY)
  // From straight above it is a point.
  if (away < 1e-6) return
  const [acrossX, acrossY] = [(STEM_RADIUS * awayY) / away, (-STEM_RADIUS * awayX) / away]
  polygon.setCorner(0, ...lens.see([x - acrossX, y - acrossY, z]))
  polygon.setCorner(1, ...lens.see([x + acrossX, y + acrossY, z]))
  polygon.setCorner(2, ...lens.see([x + acrossX, y + acrossY, z + height]))
  polygon.setCorner(3, ...lens.see([x - acrossX, y - acrossY, z + height]))
  polygon.corners = 4
  polygon.setPlane(...lens.turn([-awayX / away, -awayY / away, 0]), -away)
  fillGlass(canvas, value, GLASS)
}

function setLevelPlane({ polygon }: Canvas, lens: Lens, z: number): void {
  polygon.corners = 4
  polygon.setPlane(...lens.turn([0, 0, 1]), z - lens.eye[2]!)
}
