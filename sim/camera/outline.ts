// Where a polygon lies on the screen: a left and a right edge for each row whose centre it covers.

import type { Lens } from './lens.ts'
import type { Polygon } from './polygon.ts'

export class Outline {
  /** First row, and the row after the last. */
  top = 0
  bottom = 0
  /** Edges by row, in pixels; the pixels whose centres lie between them are covered. */
  readonly left: Float64Array
  readonly right: Float64Array
  /** Corners on the screen, pixels. */
  readonly x = new Float64Array(64)
  readonly y = new Float64Array(64)

  constructor(rows: number) {
    this.left = new Float64Array(rows)
    this.right = new Float64Array(rows)
  }

  /** @returns whether any row is covered. */
  trace({ corners, x, y, z }: Polygon, { focal, centreX, centreY, height }: Lens): boolean {
    let highest = Number.POSITIVE_INFINITY
    let lowest = Number.NEGATIVE_INFINITY
    for (let i = 0; i < corners; i++) {
      const scale = focal / z[i]!
      const screenY = centreY + y[i]! * scale
      this.x[i] = centreX + x[i]! * scale
      this.y[i] = screenY
      if (screenY < highest) highest = screenY
      if (screenY > lowest) lowest = screenY
    }
    this.top = highest <= 0 ? 0 : firstCentre(highest)
    this.bottom = lowest >= height ? height : firstCentre(lowest)
    if (!(this.top < this.bottom)) return false
    this.#traceEdges(corners)
    return true
  }

  #traceEdges(corners: number): void {
    const clockwise = this.#area(corners) > 0
    for (let i = 0; i < corners; i++) {
      const next = i + 1 === corners ? 0 : i + 1
      const down = this.y[next]! > this.y[i]!
      const edge = down === clockwise ? this.right : this.left
      if (down) this.#traceEdge(edge, i, next)
      else this.#traceEdge(edge, next, i)
    }
  }

  #traceEdge(edge: Float64Array, upper: number, lower: number): void {
    const startX = this.x[upper]!
    const startY = this.y[upper]!
    const endY = this.y[lower]!
    let row = firstCentre(startY)
    let end = firstCentre(endY)
    if (row < this.top) row = this.top
    if (end > this.bottom) end = this.bottom
    if (row >= end) return
    const slope = (this.x[lower]! - startX) / (endY - startY)
    let x = startX + (row + 0.5 - startY) * slope
    for (; row < end; row++) {
      edge[row] = x
      x += slope
    }
  }

  /** Twice the area; above 0 when the corners go clockwise on the screen, whose y points down. */
  #area(corners: number): number {
    let area = 0
    for (let i = 0; i < corners; i++) {
      const next = i + 1 === corners ? 0 : i + 1
      area += this.x[i]! * this.y[next]! - this.x[next]! * this.y[i]!
    }
    return area
  }
}

/** The first pixel whose centre lies at or after a place. */
export function firstCentre(place: number): number {
  return Math.ceil(place - 0.5)
}
