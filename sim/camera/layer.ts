// One picture of the bodies of a scene: of their colours, or of their numbers. What stands still is drawn once and kept.

import type { Quat, Shape, Vec3 } from '../scene.ts'
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
    this.#paint = new Paint(new Uint32Array(0), LAMP)
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
    frameOf(positionAt(poses, index), rotationAt(poses, index), this.#body)
    seenFrom(this.#options.lens, this.#body, this.#seen)
  }

  /** Takes note of what stands still. @returns whether anything of it changed. */
  #keep(poses: ArrayLike<number>): boolean {
    const { lens, bodies } = this.#options
    let changed = false
    let at = 0
    const note = (value: number) => {
      if (this.#kept[at] !== value) changed = true
      this.#kept[at++] = value
    }
    lens.eye.forEach(note)
    lens.rotation.forEach(note)
    for (const { index } of bodies.still) {
      for (let i = 0; i < POSE_SIZE; i++) note(poses[index * POSE_SIZE + i]!)
    }
    return changed
  }
}

export function positionAt(poses: ArrayLike<number>, index: number): Vec3 {
  const at = index * POSE_SIZE
  return [poses[at]!, poses[at + 1]!, poses[at + 2]!]
}

function rotationAt(poses: ArrayLike<number>, index: number): Quat {
  const at = index * POSE_SIZE + 3
  return [poses[at]!, poses[at + 1]!, poses[at + 2]!, poses[at + 3]!]
}
