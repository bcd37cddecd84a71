// The buffers that faces are drawn into. Depth is kept as nearness, 1 / z, which is linear on the screen.

import type { Lens } from './lens.ts'
import { Outline } from './outline.ts'
import { clipNear, Polygon } from './polygon.ts'

export class Canvas {
  readonly lens: Lens
  /** Colours or body numbers, [height, width]. */
  readonly values: Int32Array
  /** 1 / z, 0 where nothing was drawn, [height, width]. */
  readonly nearness: Float32Array
  /** 1 where a shadow lies: another does not darken it again. [height, width] */
  readonly shaded: Uint8Array
  /** For whoever draws next. */
  readonly polygon = new Polygon()
  /** Of the polygon covered last. */
  readonly outline: Outline
  /** Nearness at the screen's origin, a pixel to the right and a pixel down, of the polygon covered last. */
  readonly plane = new Float64Array(3)
  readonly #spare = new Polygon()

  constructor(lens: Lens) {
    const pixels = lens.width * lens.height
    this.lens = lens
    this.values = new Int32Array(pixels)
    this.nearness = new Float32Array(pixels)
    this.shaded = new Uint8Array(pixels)
    this.outline = new Outline(lens.width, lens.height)
  }

  clear(value: number): void {
    this.values.fill(value)
    this.nearness.fill(0)
    this.shaded.fill(0)
  }

  /** Of the same size. */
  copy(other: Canvas): void {
    this.values.set(other.values)
    this.nearness.set(other.nearness)
    this.shaded.set(other.shaded)
  }

  /** Clips `polygon` and finds its outline and plane. @returns the part to fill, or undefined when no row is covered. */
  cover(): Polygon | undefined {
    const polygon = clipNear(this.polygon, this.#spare)
    if (polygon.corners < 3 || !this.outline.trace(polygon, this.lens)) return undefined
    const { normal, distance } = polygon
    const { focal, centreX, centreY } = this.lens
    const right = normal[0]! / (distance * focal)
    const down = normal[1]! / (distance * focal)
    this.plane[0] = normal[2]! / distance - right * centreX - down * centreY
    this.plane[1] = right
    this.plane[2] = down
    return polygon
  }
}
