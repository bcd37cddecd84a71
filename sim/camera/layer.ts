// One picture of the bodies of a scene: of their colours, or of their numbers. What stands still is drawn once and kept.

import type { Shape } from '../scene.ts'
import { drawBox } from './box.ts'
import { Canvas } from './canvas.ts'
import type { Ink } from './colour.ts'
import { drawCylinder } from './cylinder.ts'
import { type Frame, frameOf, type Lens, seenFrom, within } from './lens.ts'
import { LAMP } from './light.ts'
import { Paint } from './paint.ts'
import type { DrawnBodies, DrawnBody, Part } from './parts.ts'
import type { Shadows } from './shadow.ts'
import { drawSphere } from './sphere.ts'

/** Numbers of one body in poses: position x y z, quaternion x y z w. */
const POSE_SIZE = 7

interface LayerOptions {
  readonly lens: Lens
  readonly bodies: DrawnBodies
  readonly inkOf: (part: Part) => Ink
  /** Where nothing is. */
  readonly empty: number
  readonly shadows?: Shadows | undefined
}

export class Layer {
  readonly canvas: Canvas
  readonly #options: LayerOptions
  readonly #still: Canvas
  /** What the kept picture shows: the lens, then the poses of what stands still. NaN before the first. */
  readonly #kept: Float64Array
  readonly #paint: Paint
  readonly #body: Frame = new Float64Array(12)
  readonly #seen: Frame = new Float64Array(12)
  readonly #part: Frame = new Float64Array(12)

  constructor(options: LayerOptions) {
    this.#options = options
    this.canvas = new Canvas(options.lens)
    this.#still = new Canvas(options.lens)
    this.#kept = new Float64Array(12 + POSE_SIZE * options.bodies.still.length).fill(Number.NaN)
    this.#paint = new Paint(new Int32Array(0), LAMP)
  }

  /** @param poses shape [bodies, 7] */
  draw(poses: ArrayLike<number>): void {
    const { lens, bodies, shadows } = this.#options
    this.#paint.lamp = lens.turn(LAMP)
    shadows?.aim(lens, this.#paint.lamp)
    if (this.#keep(poses)) this.#drawStill(poses)
    this.canvas.copy(this.#still)
    this.#castShadows(this.canvas, bodies.moving, poses)
    this.#drawBodies(this.canvas, bodies.moving, poses)
  }

  #drawStill(poses: ArrayLike<number>): void {
    const { still } = this.#options.bodies
    this.#still.clear(this.#options.empty)
    this.#drawBodies(this.#still, still, poses)
    this.#castShadows(this.#still, still, poses)
  }

  #drawBodies(canvas: Canvas, bodies: readonly DrawnBody[], poses: ArrayLike<number>): void {
    for (const { index, parts } of bodies) {
      this.#see(poses, index)
      for (const part of parts) {
        within(this.#seen, part.place, this.#part)
        this.#paint.ink = this.#options.inkOf(part)
        this.#drawShape(canvas, part.shape)
      }
    }
  }

  #castShadows(canvas: Canvas, bodies: readonly DrawnBody[], poses: ArrayLike<number>): void {
    const { shadows } = this.#options
    if (shadows === undefined) return
    for (const { index, parts } of bodies) {
      this.#see(poses, index)
      for (const { place, shape } of parts) {
        within(this.#seen, place, this.#part)
        shadows.cast(canvas, this.#part, shape)
      }
    }
  }

  #drawShape(canvas: Canvas, shape: Shape): void {
    const frame = this.#part
    if (shape.kind === 'box') drawBox(canvas, frame, shape.half, this.#paint)
    else if (shape.kind === 'cylinder') drawCylinder(canvas, frame, shape.radius, shape.halfHeight, this.#paint)
    else drawSphere(canvas, frame[9]!, frame[10]!, frame[11]!, shape.radius, this.#paint)
  }

  /** Finds the frame of a body. */
  #see(poses: ArrayLike<number>, index: number): void {
    frameOf(poses, index * POSE_SIZE, this.#body)
    seenFrom(this.#options.lens, this.#body, this.#seen)
  }

  /** Takes note of what stands still. @returns whether anything of it changed. */
  #keep(poses: ArrayLike<number>): boolean {
    const { lens, bodies } = this.#options
    let changed = this.#note(0, lens.eye, 0, 3)
    changed = this.#note(3, lens.rotation, 0, 9) || changed
    let at = 12
    for (const { index } of bodies.still) {
      changed = this.#note(at, poses, index * POSE_SIZE, POSE_SIZE) || changed
      at += POSE_SIZE
    }
    return changed
  }

  #note(at: number, values: ArrayLike<number>, from: number, count: number): boolean {
    let changed = false
    for (let i = 0; i < count; i++) {
      if (this.#kept[at + i] !== values[from + i]) changed = true
      this.#kept[at + i] = values[from + i]!
    }
    return changed
  }
}
