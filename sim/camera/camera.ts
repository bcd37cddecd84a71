// A camera that draws a scene without a screen: the same pixels in Node, in workers and in the browser. It owns arrays
// only, so nothing needs to be disposed of.

import type { Colour, Marker, Scene } from '../scene.ts'
import { channels, dimmed, packed } from './colour.ts'
import { drawGoal } from './goal.ts'
import { Layer } from './layer.ts'
import { Lens } from './lens.ts'
import { SHADED } from './light.ts'
import { type DrawnBodies, drawnBodies } from './parts.ts'
import { Shadows } from './shadow.ts'
import { CARRIERS, type View, type ViewName, viewOf } from './views.ts'

/** The page's background. */
const BACKDROP: Colour = '#f4f5f7'
const LARGEST = 4096
const POSE_SIZE = 7

export interface CameraOptions {
  /** Whose bodies are drawn. */
  readonly scene: Scene
  readonly view: ViewName | View
  /** Pixels. */
  readonly width: number
  readonly height: number
  /** On the table, of everything that stands on it or above. @default 'table' */
  readonly shadows?: 'table' | 'none'
  readonly background?: Colour
}

export class Camera {
  readonly width: number
  readonly height: number
  readonly #view: View
  readonly #lens: Lens
  readonly #scene: Scene
  readonly #bodies: DrawnBodies
  readonly #colours: Layer
  #numbers: Layer | undefined
  /** Place of the body that carries the camera, -1 for none. */
  readonly #carrier: number

  /** @throws RangeError on an unknown view, a size that is no picture, or a view that rides on a body which the scene lacks. */
  constructor({ scene, view, width, height, shadows = 'table', background = BACKDROP }: CameraOptions) {
    checkSize(width, height)
    this.width = width
    this.height = height
    this.#view = typeof view === 'string' ? viewOf(view) : view
    this.#lens = new Lens(width, height)
    this.#scene = scene
    this.#bodies = drawnBodies(scene)
    this.#colours = new Layer({
      lens: this.#lens,
      bodies: this.#bodies,
      inkOf: ({ colours }) => colours,
      empty: packed(...channels(background)),
      shadows: shadows === 'table' ? new Shadows(dimmed(SHADED)) : undefined,
    })
    const { on = 'room' } = this.#view
    this.#carrier = on === 'room' ? -1 : scene.bodies.findIndex(({ name }) => name === CARRIERS[on])
    if (on !== 'room' && this.#carrier < 0) {
      throw new RangeError(`the view rides on the body "${CARRIERS[on]}", which this scene does not have`)
    }
  }

  /**
   * Draws colours and depth.
   * @param poses shape [bodies, 7], in the order of the scene's bodies: `World.poses()`, or a frame of a recording
   * @param markers the scene's own unless told
   */
  draw(poses: ArrayLike<number>, markers: readonly Marker[] = this.#scene.markers): this {
    this.#aim(poses)
    this.#colours.draw(poses)
    for (const marker of markers) drawGoal(this.#colours.canvas, marker)
    return this
  }

  /** What was drawn: red, green, blue, shape [height, width, 3]. */
  rgb(out: Uint8Array = new Uint8Array(3 * this.width * this.height)): Uint8Array {
    const { values } = this.#colours.canvas
    for (let pixel = 0, at = 0; pixel < values.length; pixel++) {
      // A byte array keeps the lowest byte of what it is given.
      const value = values[pixel]!
      out[at++] = value
      out[at++] = value >> 8
      out[at++] = value >> 16
    }
    return out
  }

  /** Of what was drawn, metres along the optical axis, infinite where nothing is; goals have none. Shape [height, width]. */
  depth(out: Float32Array = new Float32Array(this.width * this.height)): Float32Array {
    const { nearness } = this.#colours.canvas
    for (let pixel = 0; pixel < nearness.length; pixel++) out[pixel] = 1 / nearness[pixel]!
    return out
  }

  /** Which body each pixel shows: its place in the scene's bodies plus 1, or 0 for none. Shape [height, width]. */
  segmentation(poses: ArrayLike<number>, out: Uint16Array = new Uint16Array(this.width * this.height)): Uint16Array {
    this.#aim(poses)
    this.#numbers ??= new Layer({ lens: this.#lens, bodies: this.#bodies, inkOf: ({ number }) => number, empty: 0 })
    this.#numbers.draw(poses)
    out.set(this.#numbers.canvas.values)
    return out
  }

  #aim(poses: ArrayLike<number>): void {
    const expected = POSE_SIZE * this.#scene.bodies.length
    if (poses.length !== expected) {
      throw new RangeError(`found ${poses.length} numbers of poses, expected ${expected}: 7 for each body of the scene`)
    }
    if (this.#carrier < 0) {
      this.#lens.aim(this.#view)
      return
    }
    const pose = Array.from({ length: POSE_SIZE }, (_, i) => poses[POSE_SIZE * this.#carrier + i]!)
    const [x, y, z, ...rotation] = pose as [number, number, number, number, number, number, number]
    this.#lens.aim(this.#view, { position: [x, y, z], rotation })
  }
}

function checkSize(width: number, height: number): void {
  for (const size of [width, height]) {
    if (Number.isInteger(size) && size >= 1 && size <= LARGEST) continue
    throw new RangeError(`a picture of ${width} x ${height} pixels: expected whole numbers from 1 to ${LARGEST}`)
  }
}
