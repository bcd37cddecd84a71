// A flat convex polygon in the camera's axes, overwritten for each face that is drawn.

import { NEAR } from './lens.ts'

/** Corners of the largest face, and one more for each edge that the near plane may cut. */
const MOST_CORNERS = 40

export class Polygon {
  readonly x = new Float64Array(MOST_CORNERS)
  readonly y = new Float64Array(MOST_CORNERS)
  readonly z = new Float64Array(MOST_CORNERS)
  /** Light at each corner, in levels. */
  readonly light = new Float64Array(MOST_CORNERS)
  corners = 0
  /** Its plane: normal . p = distance. */
  readonly normal = new Float64Array(3)
  distance = 0

  setPlane(x: number, y: number, z: number, distance: number): void {
    this.normal[0] = x
    this.normal[1] = y
    this.normal[2] = z
    this.distance = distance
  }

  setCorner(i: number, x: number, y: number, z: number, light = 0): void {
    this.x[i] = x
    this.y[i] = y
    this.z[i] = z
    this.light[i] = light
  }
}

/** The part in front of the near plane: the polygon itself, or the rest of it in `spare`. Sutherland and Hodgman 1974. */
export function clipNear(polygon: Polygon, spare: Polygon): Polygon {
  const { corners, z } = polygon
  let inside = 0
  for (let i = 0; i < corners; i++) if (z[i]! > NEAR) inside++
  if (inside === corners) return polygon
  spare.corners = 0
  if (inside === 0) return spare
  spare.normal.set(polygon.normal)
  spare.distance = polygon.distance
  for (let i = 0; i < corners; i++) {
    const next = i + 1 === corners ? 0 : i + 1
    const here = z[i]! > NEAR
    if (here) addBetween(polygon, i, i, 0, spare)
    if (here !== z[next]! > NEAR) addBetween(polygon, i, next, (NEAR - z[i]!) / (z[next]! - z[i]!), spare)
  }
  return spare
}

function addBetween({ x, y, z, light }: Polygon, from: number, to: number, share: number, out: Polygon): void {
  const between = (values: Float64Array) => values[from]! + share * (values[to]! - values[from]!)
  out.setCorner(out.corners++, between(x), between(y), between(z), between(light))
}
