// One lamp far away and light from all around, as on the page. Light adds up in linear shares of a surface's colour.

import type { Vec3 } from '../scene.ts'

const AMBIENT = 0.42
const DIFFUSE = 0.62
/** Share of the lamp's light that a shadow takes. */
const SHADOW = 0.7

/** Towards the lamp, of length 1. */
export const LAMP: Vec3 = unit([0.35, -0.45, 0.85])

/** Light on a surface whose normal has this cosine to the lamp. */
export function lightAt(cosine: number): number {
  return cosine > 0 ? AMBIENT + DIFFUSE * cosine : AMBIENT
}

/** What remains of the light on a level surface in shadow, as a share. */
export const SHADED = lightAt((1 - SHADOW) * LAMP[2]) / lightAt(LAMP[2])

function unit([x, y, z]: Vec3): Vec3 {
  const length = Math.sqrt(x * x + y * y + z * z)
  return [x / length, y / length, z / length]
}
