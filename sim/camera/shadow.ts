// Shadows on the table's top, the plane z = 0: a shape squashed onto the plane along the light, filled as a dark patch.
// What lies below the plane casts none.

import type { Shape, Vec3 } from '../scene.ts'
import { setFaceCorners } from './box.ts'
import type { Canvas } from './canvas.ts'
import { COSINES, SIDES, SINES } from './circle.ts'
import { fillShadow } from './fill.ts'
import type { Frame, Lens } from './lens.ts'

export class Shadows {
  readonly #dim: Uint8Array
  /** Towards the lamp and the plane's normal, in the camera's axes; the plane's distance along it. */
  #lamp: Vec3 = [0, 0, 1]
  #up: Vec3 = [0, 0, 1]
  #height = 0
  readonly #squashed: Frame = new Float64Array(12)
  readonly #disc: Frame = new Float64Array(12)

  /** @param dim what each channel of a colour becomes in shadow */
  constructor(dim: Uint8Array) {
    this.#dim = dim
  }

  aim(lens: Lens, lamp: Vec3): void {
    this.#lamp = lamp
    this.#up = lens.turn([0, 0, 1])
    this.#height = -lens.eye[2]!
  }

  /** @param frame the shape's axes and middle as the camera sees them */
  cast(canvas: Canvas, frame: Frame, shape: Shape): void {
    const [x, y, z] = this.#up
    if (x * frame[9]! + y * frame[10]! + z * frame[11]! <= this.#height) return
    // The eye is below the table, or in it.
    if (this.#height >= 0) return
    canvas.polygon.setPlane(x, y, z, this.#height)
    if (shape.kind === 'sphere') this.#castSphere(canvas, frame, shape.radius)
    else {
      this.#squash(frame)
      if (shape.kind === 'box') this.#castBox(canvas, frame, shape.half)
      else this.#castCylinder(canvas, frame, shape.radius, shape.halfHeight)
    }
  }

  /** The faces that the lamp shines on. */
  #castBox(canvas: Canvas, frame: Frame, half: Vec3): void {
    for (let axis = 0; axis < 3; axis++) {
      const side = this.#towardsLamp(frame, axis) > 0 ? 1 : -1
      setFaceCorners(canvas, this.#squashed, half, axis, side)
      fillShadow(canvas, this.#dim)
    }
  }

  /** Both caps, and between them what the two outermost lines of the mantle enclose. */
  #castCylinder(canvas: Canvas, frame: Frame, radius: number, halfHeight: number): void {
    const first = this.#towardsLamp(frame, 0)
    const second = this.#towardsLamp(frame, 1)
    const length = Math.sqrt(first * first + second * second)
    if (length > 1e-9) {
      const a = (-second / length) * radius
      const b = (first / length) * radius
      this.#setCorner(canvas, 0, a, b, -halfHeight)
      this.#setCorner(canvas, 1, -a, -b, -halfHeight)
      this.#setCorner(canvas, 2, -a, -b, halfHeight)
      this.#setCorner(canvas, 3, a, b, halfHeight)
      canvas.polygon.corners = 4
      fillShadow(canvas, this.#dim)
    }
    this.#castDisc(canvas, radius, -halfHeight)
    this.#castDisc(canvas, radius, halfHeight)
  }

  /** The disc that faces the lamp. */
  #castSphere(canvas: Canvas, frame: Frame, radius: number): void {
    const [x, y, z] = this.#lamp
    // Any two directions across the light.
    const flat = Math.sqrt(x * x + z * z)
    const disc = this.#disc
    disc[0] = z / flat
    disc[2] = -x / flat
    disc[3] = (-x * y) / flat
    disc[4] = flat
    disc[5] = (-y * z) / flat
    for (let i = 9; i < 12; i++) disc[i] = frame[i]!
    this.#squash(disc)
    this.#castDisc(canvas, radius, 0)
  }

  #castDisc(canvas: Canvas, radius: number, along: number): void {
    for (let i = 0; i < SIDES; i++) this.#setCorner(canvas, i, radius * COSINES[i]!, radius * SINES[i]!, along)
    canvas.polygon.corners = SIDES
    fillShadow(canvas, this.#dim)
  }

  /** Moves the axes and the middle of a frame along the light into the plane. */
  #squash(frame: Frame): void {
    const [lampX, lampY, lampZ] = this.#lamp
    const [x, y, z] = this.#up
    const rise = x * lampX + y * lampY + z * lampZ
    for (let axis = 0; axis < 12; axis += 3) {
      const above = x * frame[axis]! + y * frame[axis + 1]! + z * frame[axis + 2]!
      const steps = (above - (axis === 9 ? this.#height : 0)) / rise
      this.#squashed[axis] = frame[axis]! - steps * lampX
      this.#squashed[axis + 1] = frame[axis + 1]! - steps * lampY
      this.#squashed[axis + 2] = frame[axis + 2]! - steps * lampZ
    }
  }

  #towardsLamp(frame: Frame, axis: number): number {
    const [x, y, z] = this.#lamp
    return x * frame[3 * axis]! + y * frame[3 * axis + 1]! + z * frame[3 * axis + 2]!
  }

  #setCorner({ polygon }: Canvas, corner: number, a: number, b: number, c: number): void {
    const s = this.#squashed
    polygon.setCorner(
      corner,
      s[9]! + a * s[0]! + b * s[3]! + c * s[6]!,
      s[10]! + a * s[1]! + b * s[4]! + c * s[7]!,
      s[11]! + a * s[2]! + b * s[5]! + c * s[8]!,
    )
  }
}
