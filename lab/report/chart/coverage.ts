// How much of each pixel a shape covers, from 0 to 1: the edges of a picture without stairs.

import type { Point } from './drawing.ts'

/** Rows that each pixel is cut into where a polygon is filled. */
const CUTS = 4

export class Coverage {
  readonly width: number
  readonly height: number
  readonly values: Float32Array
  /** Rows that may be covered at all: from, and up to but not including. */
  #rows: [from: number, to: number] = [Number.POSITIVE_INFINITY, 0]

  constructor(width: number, height: number) {
    this.width = width
    this.height = height
    this.values = new Float32Array(width * height)
  }

  /** Calls with each covered pixel, and forgets it. */
  take(pixel: (at: number, covered: number) => void): void {
    const [from, to] = this.#rows
    for (let at = from * this.width; at < to * this.width; at++) {
      const covered = this.values[at]!
      if (covered === 0) continue
      pixel(at, covered)
      this.values[at] = 0
    }
    this.#rows = [Number.POSITIVE_INFINITY, 0]
  }

  /** A line with round ends and joints; a single point is a disc. @param radius half the width of the line */
  stroke(points: readonly Point[], radius: number): void {
    for (let i = 0; i < Math.max(1, points.length - 1); i++) {
      this.#segment(points[i]!, points[i + 1] ?? points[i]!, radius)
    }
  }

  /** A polygon, inside by the even-odd rule. */
  fill(points: readonly Point[]): void {
    const heights = points.map(([, y]) => y)
    const [top, bottom] = this.#touch(Math.min(...heights), Math.max(...heights))
    for (let cut = top * CUTS; cut < bottom * CUTS; cut++) {
      const y = (cut + 0.5) / CUTS
      const crossings = crossingsAt(points, y)
      for (let i = 0; i + 1 < crossings.length; i += 2) this.#span(Math.floor(y), crossings[i]!, crossings[i + 1]!)
    }
  }

  /** Keeps the greatest coverage of each pixel: segments of one line do not add up where they meet. */
  #segment([ax, ay]: Point, [bx, by]: Point, radius: number): void {
    const [dx, dy] = [bx - ax, by - ay]
    const length = dx * dx + dy * dy
    const reach = radius + 1
    const [top, bottom] = this.#touch(Math.min(ay, by) - reach, Math.max(ay, by) + reach)
    const left = Math.max(0, Math.floor(Math.min(ax, bx) - reach))
    const right = Math.min(this.width, Math.ceil(Math.max(ax, bx) + reach))
    for (let row = top; row < bottom; row++) {
      for (let column = left; column < right; column++) {
        const [x, y] = [column + 0.5 - ax, row + 0.5 - ay]
        const along = length === 0 ? 0 : Math.min(1, Math.max(0, (x * dx + y * dy) / length))
        const covered = radius + 0.5 - Math.sqrt((x - along * dx) ** 2 + (y - along * dy) ** 2)
        const at = row * this.width + column
        this.values[at] = Math.max(this.values[at]!, Math.min(1, Math.max(0, covered)))
      }
    }
  }

  #touch(top: number, bottom: number): [from: number, to: number] {
    const rows: [number, number] = [Math.max(0, Math.floor(top)), Math.min(this.height, Math.ceil(bottom))]
    this.#rows = [Math.min(this.#rows[0], rows[0]), Math.max(this.#rows[1], rows[1])]
    return rows
  }

  #span(y: number, from: number, to: number): void {
    for (let x = Math.max(0, Math.floor(from)); x < Math.min(this.width, Math.ceil(to)); x++) {
      const at = y * this.width + x
      const share = Math.min(to, x + 1) - Math.max(from, x)
      this.values[at] = Math.min(1, this.values[at]! + share / CUTS)
    }
  }
}

function crossingsAt(points: readonly Point[], y: number): number[] {
  const crossings: number[] = []
  for (const [i, [ax, ay]] of points.entries()) {
    const [bx, by] = points[(i + 1) % points.length]!
    if (ay <= y !== by <= y) crossings.push(ax + ((y - ay) / (by - ay)) * (bx - ax))
  }
  return crossings.sort((a, b) => a - b)
}
