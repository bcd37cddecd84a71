// Drive a car out of a valley that its motor is too weak to climb at once. After Gymnasium's MountainCarContinuous-v0, on a
// hill of the shape that it is drawn with. The engine has no tracks: the car is led along the hill, its speed follows from
// motor and slope.

import { cosine, sine } from '../../sim/elementary.ts'
import { GRAVITY } from '../../sim/physics.ts'
import type { RandomStream } from '../../sim/random.ts'
import type { Body, Geom, Quat, Scene, Vec3 } from '../../sim/scene.ts'
import { clamp } from '../../sim/vector.ts'
import type { World } from '../../sim/world.ts'
import type { Apparatus, ControlTask } from './task.ts'

/** Ends of the track and where the flag stands, metres. */
const LEFT = -1.2
const RIGHT = 0.6
const GOAL = 0.45
/** The motor's push for each kilogram, N/kg: as the original's, 0.6 of what the slope can pull. */
const PUSH = 4.7
/** m/s along the track: more than a fall from the left end gives. */
const FASTEST = 5
/** Size of the car, metres. */
const RIDE = 0.045

/** Height of the hill, and its slope. */
const heightAt = (x: number) => 0.45 * sine(3 * x) + 0.55
const slopeAt = (x: number) => 1.35 * cosine(3 * x)

const TRACK = '#5d6b5a'
const SLABS = 60

function slab(_: unknown, index: number): Geom {
  const width = (RIGHT + 0.15 - (LEFT - 0.15)) / SLABS
  const x = LEFT - 0.15 + (index + 0.5) * width
  const height = heightAt(x)
  return {
    shape: { kind: 'box', half: [width / 2, 0.18, height / 2] },
    position: [x, 0, height / 2],
    colour: TRACK,
    touches: 'nothing',
  }
}

const hill: Body = {
  name: 'hill',
  kind: 'fixed',
  position: [0, 0, 0],
  geoms: [
    ...Array.from({ length: SLABS }, slab),
    {
      shape: { kind: 'cylinder', radius: 0.008, halfHeight: 0.15 },
      position: [GOAL, 0.14, heightAt(GOAL) + 0.15],
      colour: '#d9dde2',
      touches: 'nothing',
    },
    {
      shape: { kind: 'box', half: [0.06, 0.004, 0.04] },
      position: [GOAL + 0.065, 0.14, heightAt(GOAL) + 0.26],
      colour: '#2f9e63',
      touches: 'nothing',
    },
  ],
}

const wheel = (x: number, y: number): Geom => ({
  shape: { kind: 'cylinder', radius: 0.032, halfHeight: 0.014 },
  position: [x, y, -0.012],
  rotation: [Math.SQRT1_2, 0, 0, Math.SQRT1_2],
  colour: '#30363d',
  touches: 'nothing',
})

const car: Body = {
  name: 'car',
  kind: 'dynamic',
  position: [0, 0, heightAt(0) + RIDE],
  sagittal: true,
  gravityScale: 0,
  geoms: [
    {
      shape: { kind: 'box', half: [0.075, 0.04, 0.02] },
      position: [0, 0, 0.02],
      colour: '#c4513f',
      mass: 1,
      touches: 'mechanism',
    },
    {
      shape: { kind: 'box', half: [0.035, 0.034, 0.018] },
      position: [-0.005, 0, 0.056],
      colour: '#e8b9a8',
      touches: 'nothing',
    },
    ...[-0.048, 0.048].flatMap((x) => [-0.045, 0.045].map((y) => wheel(x, y))),
  ],
}

const scene: Scene = {
  bodies: [hill, car],
  joints: [],
  markers: [],
  fastest: 10,
  stage: { centre: [-0.3, 0, 0.5], distance: 2.2 },
}

export const mountainCar: ControlTask = {
  id: 'mountain-car',
  defaults: { horizon: 999, actionRepeat: 1 },
  scene,
  observation: { low: [LEFT, -FASTEST], high: [RIGHT, FASTEST] },
  motors: 1,
  scales: { goal: 100, control: 0.1 },
  place(random) {
    const x = drawStart(random)
    return { ...scene, bodies: [hill, { ...car, ...poseAt(x) }] }
  },
  operate: (world) => new MountainCar(world),
}

/** Metres along x. */
const drawStart = (random: RandomStream) => random.uniform(-0.6, -0.4)

/** Where the car stands on the hill, and how it is tilted. */
function poseAt(x: number): { position: Vec3; rotation: Quat } {
  const slope = slopeAt(x)
  const cos = 1 / Math.sqrt(1 + slope * slope)
  const half = Math.sqrt((1 + cos) / 2)
  const tilt = (-slope * cos) / (2 * half)
  return { position: [x - RIDE * slope * cos, 0, heightAt(x) + RIDE * cos], rotation: [0, tilt, 0, half] }
}

class MountainCar implements Apparatus {
  readonly #world: World
  readonly #car: number
  #effort = 0
  /** Place on the track (metres along x) and speed along the track (m/s). */
  #x = 0
  #speed = 0

  constructor(world: World) {
    this.#world = world
    this.#car = world.index('car')
  }

  start(random: RandomStream): void {
    this.#x = drawStart(random)
    this.#speed = 0
  }

  move(action: Float32Array): void {
    this.#effort = action[0]!
    for (let step = 0; step < this.#world.substeps; step++) this.#roll()
  }

  terms(): Record<string, number> {
    return { goal: Number(this.success()), control: -(this.#effort ** 2) }
  }

  success(): boolean {
    return this.#x >= GOAL
  }

  terminated(): boolean {
    return this.success()
  }

  observe(out: Float32Array): void {
    out[0] = clamp(this.#x, LEFT, RIGHT)
    out[1] = clamp(this.#speed, -FASTEST, FASTEST)
  }

  /** Always pushes the way that it rolls. */
  expert(out: Float32Array): void {
    out[0] = this.#speed < 0 ? -1 : 1
  }

  memory(): readonly number[] {
    return [this.#x, this.#speed]
  }

  recall([x, speed]: readonly number[]): void {
    this.#x = x!
    this.#speed = speed!
  }

  /** One physics step along the track. */
  #roll(): void {
    const { timestep } = this.#world.rapier
    const slope = slopeAt(this.#x)
    const along = 1 / Math.sqrt(1 + slope * slope)
    const pull = GRAVITY.z * slope * along
    this.#speed = clamp(this.#speed + (PUSH * this.#effort + pull) * timestep, -FASTEST, FASTEST)
    this.#x += this.#speed * along * timestep
    if (this.#x <= LEFT) {
      this.#x = LEFT
      this.#speed = Math.max(0, this.#speed)
    }
    this.#lead()
  }

  /** Brings the body where the track has it. */
  #lead(): void {
    const body = this.#world.bodies[this.#car]!
    const { position, rotation } = poseAt(this.#x)
    this.#world.step()
    body.setTranslation({ x: position[0], y: 0, z: position[2] }, true)
    body.setRotation({ x: 0, y: rotation[1], z: 0, w: rotation[3] }, true)
  }
}
