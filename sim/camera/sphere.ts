// A sphere: a ray through each pixel of its bounds, which gives the true outline and normals without a mesh.

import type { Canvas } from './canvas.ts'
import { inkAt, mixed } from './fill.ts'
import { NEAR } from './lens.ts'
import { firstCentre } from './outline.ts'
import type { Paint } from './paint.ts'

/** @param x y z the middle, in the camera's axes. One that the near plane cuts is not drawn. */
export function drawSphere(canvas: Canvas, x: number, y: number, z: number, radius: number, paint: Paint): void {
  if (!setBounds(canvas, x, y, z, radius)) return
  const { values, nearness, lens } = canvas
  const inset = x * x + y * y + z * z - radius * radius
  for (let row = top; row < bottom; row++) {
    const rayY = (row + 0.5 - lens.centreY) / lens.focal
    for (let column = left; column < right; column++) {
      const rayX = (column + 0.5 - lens.centreX) / lens.focal
      const length = rayX * rayX + rayY * rayY + 1
      const along = rayX * x + rayY * y + z
      const hit = along * along - length * inset
      if (hit <= 0) continue
      const at = row * lens.width + column
      const depth = (along - Math.sqrt(hit)) / length
      if (1 / depth <= nearness[at]!) continue
      nearness[at] = 1 / depth
      const level = paint.levelAt((rayX * depth - x) / radius, (rayY * depth - y) / radius, (depth - z) / radius)
      values[at] = inkAt(paint.ink, level)
    }
  }
}

/** A ball of glass: lets a colour shine through what is behind its front, hides nothing. @param share of 256 */
export function drawGlassSphere(
  canvas: Canvas,
  [x, y, z]: readonly [number, number, number],
  radius: number,
  colour: number,
  share: number,
): void {
  if (!setBounds(canvas, x, y, z, radius)) return
  const { values, nearness, lens } = canvas
  const inset = x * x + y * y + z * z - radius * radius
  for (let row = top; row < bottom; row++) {
    const rayY = (row + 0.5 - lens.centreY) / lens.focal
    for (let column = left; column < right; column++) {
      const rayX = (column + 0.5 - lens.centreX) / lens.focal
      const length = rayX * rayX + rayY * rayY + 1
      const along = rayX * x + rayY * y + z
      const hit = along * along - length * inset
      const at = row * lens.width + column
      if (hit <= 0 || length / (along - Math.sqrt(hit)) <= nearness[at]!) continue
      values[at] = mixed(values[at]!, colour, share)
    }
  }
}

// Bounds on the screen of the sphere drawn last.
let left = 0
let right = 0
let top = 0
let bottom = 0

/** Where rays touch the sphere, axis by axis. @returns whether any pixel may be covered */
function setBounds({ lens }: Canvas, x: number, y: number, z: number, radius: number): boolean {
  if (z - radius < NEAR) return false
  const { centreX, centreY, focal, width, height } = lens
  const touchX = Math.sqrt(x * x + z * z - radius * radius)
  const touchY = Math.sqrt(y * y + z * z - radius * radius)
  left = firstCentre(centreX + (focal * (x * touchX - z * radius)) / (z * touchX + x * radius), width)
  right = firstCentre(centreX + (focal * (x * touchX + z * radius)) / (z * touchX - x * radius), width)
  top = firstCentre(centreY + (focal * (y * touchY - z * radius)) / (z * touchY + y * radius), height)
  bottom = firstCentre(centreY + (focal * (y * touchY + z * radius)) / (z * touchY - y * radius), height)
  return left < right && top < bottom
}
