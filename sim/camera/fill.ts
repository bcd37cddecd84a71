// Filling the polygon of a canvas: pixels whose centres it covers and that nothing nearer has taken. Four ways that differ
// in the innermost line, written out because that line runs millions of times a second.

import type { Canvas } from './canvas.ts'
import { type Ink, LEVELS } from './colour.ts'
import type { Polygon } from './polygon.ts'

/** Shadows fall on what lies within this share of their plane's depth. */
const ON_PLANE = 0.002

/** One value. */
export function fillFlat(canvas: Canvas, value: number): void {
  if (canvas.cover() === undefined) return
  const { values, nearness, plane, outline, lens } = canvas
  const step = plane[1]!
  for (let row = outline.top; row < outline.bottom; row++) {
    const first = outline.left[row]!
    const end = row * lens.width + outline.right[row]!
    let near = plane[0]! + step * (first + 0.5) + plane[2]! * (row + 0.5)
    for (let at = row * lens.width + first; at < end; at++) {
      if (near > nearness[at]!) {
        nearness[at] = near
        values[at] = value
      }
      near += step
    }
  }
}

/** The ink of the light at the corners, shared out between them. */
export function fillSmooth(canvas: Canvas, ink: Ink): void {
  const covered = canvas.cover()
  if (covered === undefined) return
  const { values, nearness, plane, outline, lens } = canvas
  const step = plane[1]!
  setLightPlane(covered, outline.x, outline.y)
  const lightStep = lightPlane[1]!
  for (let row = outline.top; row < outline.bottom; row++) {
    const first = outline.left[row]!
    const end = row * lens.width + outline.right[row]!
    let near = plane[0]! + step * (first + 0.5) + plane[2]! * (row + 0.5)
    let light = lightPlane[0]! + lightStep * (first + 0.5) + lightPlane[2]! * (row + 0.5)
    for (let at = row * lens.width + first; at < end; at++) {
      if (near > nearness[at]!) {
        nearness[at] = near
        values[at] = inkAt(ink, light)
      }
      near += step
      light += lightStep
    }
  }
}

/** Darkens what lies in the polygon's plane, once. @param dim what each channel of a colour becomes */
export function fillShadow(canvas: Canvas, dim: Uint8Array): void {
  if (canvas.cover() === undefined) return
  const { values, nearness, shaded, plane, outline, lens } = canvas
  const step = plane[1]!
  for (let row = outline.top; row < outline.bottom; row++) {
    const first = outline.left[row]!
    const end = row * lens.width + outline.right[row]!
    let near = plane[0]! + step * (first + 0.5) + plane[2]! * (row + 0.5)
    for (let at = row * lens.width + first; at < end; at++) {
      const drawn = nearness[at]!
      if (shaded[at] === 0 && near * (1 + ON_PLANE) > drawn && near * (1 - ON_PLANE) < drawn) {
        shaded[at] = 1
        const value = values[at]!
        values[at] = dim[value & 255]! | (dim[(value >> 8) & 255]! << 8) | (dim[(value >> 16) & 255]! << 16)
      }
      near += step
    }
  }
}

/** Lets a colour shine through what is behind it; hides nothing. @param share of the colour, 0 to 256 */
export function fillGlass(canvas: Canvas, colour: number, share: number): void {
  if (canvas.cover() === undefined) return
  const { values, nearness, plane, outline, lens } = canvas
  const step = plane[1]!
  for (let row = outline.top; row < outline.bottom; row++) {
    const first = outline.left[row]!
    const end = row * lens.width + outline.right[row]!
    let near = plane[0]! + step * (first + 0.5) + plane[2]! * (row + 0.5)
    for (let at = row * lens.width + first; at < end; at++) {
      if (near > nearness[at]!) values[at] = mixed(values[at]!, colour, share)
      near += step
    }
  }
}

/** The value of an ink in a light given in levels. */
export function inkAt(ink: Ink, light: number): number {
  return ink[light >= LEVELS ? LEVELS - 1 : light <= 0 ? 0 : light | 0]!
}

/** `share` / 256 of `front` over `back`, channel by channel. */
export function mixed(back: number, front: number, share: number): number {
  const rest = 256 - share
  const redAndBlue = ((back & 0xff00ff) * rest + (front & 0xff00ff) * share) >>> 8
  const green = ((back & 0x00ff00) * rest + (front & 0x00ff00) * share) >>> 8
  return (redAndBlue & 0xff00ff) | (green & 0x00ff00)
}

/** Light at the screen's origin, a pixel to the right and a pixel down; of the polygon filled last. */
const lightPlane = new Float64Array(3)

/** From the first three corners. */
function setLightPlane({ light }: Polygon, x: Float64Array, y: Float64Array): void {
  const x1 = x[1]! - x[0]!
  const y1 = y[1]! - y[0]!
  const x2 = x[2]! - x[0]!
  const y2 = y[2]! - y[0]!
  const area = x1 * y2 - x2 * y1
  const level = area < 1e-9 && area > -1e-9
  const a = light[1]! - light[0]!
  const b = light[2]! - light[0]!
  const right = level ? 0 : (a * y2 - b * y1) / area
  const down = level ? 0 : (b * x1 - a * x2) / area
  lightPlane[0] = light[0]! - right * x[0]! - down * y[0]!
  lightPlane[1] = right
  lightPlane[2] = down
}
