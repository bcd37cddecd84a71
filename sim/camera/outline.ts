// Where a polygon lies on the screen: the columns that it covers in each row. A pixel is covered when its centre is.

import type { Lens } from './lens.ts'
import type { Polygon } from './polygon.ts'

export class Outline {
  /** First row, and the row after the last. */
  top = 0
  bottom = 0
  /** By row: the first column, and the column after the last. */
  readonly left: Int32Array
  readonly right: Int32Array
  /** Corners on the screen, pixels. */
  readonly x = new Float64Array(64)
  readonly y = new Float64Array(64)
  readonly #width: number
  readonly #height: number

  constructor(width: number, height: number) {
    this.#width = width
    this.#height = height
    this.left = new Int32Array(height)
    this.right = new Int32Array(height)
  }

  /** @returns whether any row is covered. */
  trace({ corners, x, y, z }: Polygon, { focal, centreX, centreY }: Lens): boolean {
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
    this.top = firstCentre(highest, this.#height)
    this.bottom = firstCentre(lowest, this.#height)
    if (this.top >= this.bottom) return false
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

  #traceEdge(edge: Int32Array, upper: number, lower: number): void {
    const startX = this.x[upper]!
    const startY = this.y[upper]!
    const endY = this.y[lower]!
    const start = firstCentre(startY, this.#height)
    const end = firstCentre(endY, this.#height)
    if (start >= end) return
    const slope = (this.x[lower]! - startX) / (endY - startY)
    let x = startX + (start + 0.5 - startY) * slope
    for (let row = start; row < end; row++) {
      edge[row] = firstCentre(x, this.#width)
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

/** The first of `count` pixels whose centre lies at or after a place; `count` when none does. */
export function firstCentre(place: number, count: number): number {
  return place <= 0.5 ? 0 : place >= count ? count : Math.ceil(place - 0.5) | 0
}
