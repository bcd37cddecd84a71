// Swing a rod up that the motor is too weak to lift, and keep it upright. After Gymnasium's Pendulum-v1.

import { CONTROL_STEP } from '../../sim/control-step.ts'
import { arcTangent, cosine, sine } from '../../sim/elementary.ts'
import { GRAVITY } from '../../sim/physics.ts'
import type { RandomStream } from '../../sim/random.ts'
import type { Body, Scene } from '../../sim/scene.ts'
import { clamp } from '../../sim/vector.ts'
import type { World } from '../../sim/world.ts'
import type { Apparatus, ControlTask } from './task.ts'

/** m, kg, m/s² */
const LENGTH = 1
const MASS = 1
const FALL = 10
/** N m and rad/s. */
const TORQUE = 2
const FASTEST = 8
/** Of the hinge above the floor, metres. */
const HEIGHT = 1.2
/** Solved is: so close to upright (rad), so still (rad/s), for so many control steps. */
const UPRIGHT = 0.2
const STILL = 0.5
const LASTING = Math.round(1 / CONTROL_STEP)

const stand: Body = {
  name: 'stand',
  kind: 'fixed',
  position: [0, 0, HEIGHT],
  geoms: [
    {
      shape: { kind: 'box', half: [0.05, 0.03, HEIGHT / 2] },
      position: [0, 0.09, -HEIGHT / 2],
      colour: '#8a929c',
      touches: 'nothing',
    },
    {
      shape: { kind: 'box', half: [0.35, 0.12, 0.02] },
      position: [0, 0.09, 0.02 - HEIGHT],
      colour: '#6f7782',
      touches: 'nothing',
    },
    {
      shape: { kind: 'cylinder', radius: 0.05, halfHeight: 0.09 },
      rotation: [Math.SQRT1_2, 0, 0, Math.SQRT1_2],
      position: [0, 0.02, 0],
      colour: '#30363d',
      touches: 'nothing',
    },
  ],
}

/** Upright, the angle being 0. */
const rod: Body = {
  name: 'rod',
  kind: 'dynamic',
  position: [0, 0, HEIGHT + LENGTH / 2],
  gravityScale: FALL / -GRAVITY.z,
  geoms: [
    { shape: { kind: 'box', half: [0.035, 0.02, LENGTH / 2] }, colour: '#c4513f', mass: MASS, touches: 'mechanism' },
  ],
}

const scene: Scene = {
  bodies: [stand, rod],
  joints: [
    {
      name: 'hinge',
      kind: 'hinge',
      parent: 'stand',
      child: 'rod',
      anchor: { parent: [0, 0, 0], child: [0, 0, -LENGTH / 2] },
      axis: [0, 1, 0],
      drive: { kind: 'damping', damping: 0 },
    },
  ],
  markers: [],
  substeps: { accurate: 4, fast: 2 },
  fastest: 10,
  stage: { centre: [0, 0, HEIGHT], distance: 2.6 },
}

export const pendulum: ControlTask = {
  id: 'pendulum',
  defaults: { horizon: 800, actionRepeat: 4 },
  scene,
  observation: { low: [-1, -1, -FASTEST], high: [1, 1, FASTEST] },
  motors: 1,
  scales: { angle: 1, velocity: 0.1, torque: 0.001 },
  place(random) {
    const { angle } = drawStart(random)
    const [half, reach] = [angle / 2, LENGTH / 2]
    const placed: Body = {
      ...rod,
      position: [reach * sine(angle), 0, HEIGHT + reach * cosine(angle)],
      rotation: [0, sine(half), 0, cosine(half)],
    }
    return { ...scene, bodies: [stand, placed] }
  },
  operate: (world) => new Pendulum(world),
}

/** Radians and rad/s. */
function drawStart(random: RandomStream) {
  return { angle: random.uniform(-Math.PI, Math.PI), rate: random.uniform(-1, 1) }
}

class Pendulum implements Apparatus {
  readonly #world: World
  readonly #rod: number
  #torque = 0
  /** Control steps that it has been upright and still. */
  #upright = 0

  constructor(world: World) {
    this.#world = world
    this.#rod = world.index('rod')
  }

  start(random: RandomStream): void {
    this.#upright = 0
    this.#turn(drawStart(random).rate)
  }

  move(action: Float32Array): void {
    this.#torque = TORQUE * action[0]!
    const { bodies } = this.#world
    bodies[this.#rod]!.resetTorques(true)
    bodies[this.#rod]!.addTorque({ x: 0, y: this.#torque, z: 0 }, true)
    for (let step = 0; step < this.#world.substeps; step++) this.#world.step()
    const rate = this.#rate
    if (Math.abs(rate) > FASTEST) this.#turn(clamp(rate, -FASTEST, FASTEST))
    const [angle] = this.#angle()
    this.#upright = Math.abs(angle) <= UPRIGHT && Math.abs(this.#rate) <= STILL ? this.#upright + 1 : 0
  }

  terms(): Record<string, number> {
    const [angle] = this.#angle()
    return { angle: -(angle ** 2), velocity: -(this.#rate ** 2), torque: -(this.#torque ** 2) }
  }

  success(): boolean {
    return this.#upright >= LASTING
  }

  terminated(): boolean {
    return false
  }

  observe(out: Float32Array): void {
    const [, sin, cos] = this.#angle()
    out[0] = cos
    out[1] = sin
    out[2] = clamp(this.#rate, -FASTEST, FASTEST)
  }

  /** Pumps energy until there is enough to reach the top; there it balances. */
  expert(out: Float32Array): void {
    const [angle, , cos] = this.#angle()
    const rate = this.#rate
    // Of the rod about its hinge; 0 is upright at rest.
    const energy = (MASS * LENGTH ** 2 * rate ** 2) / 6 + (MASS * FALL * LENGTH * (cos - 1)) / 2
    const balances = Math.abs(angle) < 0.35 && Math.abs(rate) < 2.5
    const torque = balances ? -14 * angle - 4 * rate : (rate < 0 ? -1 : 1) * clamp(-3 * energy, -TORQUE, TORQUE)
    out[0] = clamp(torque / TORQUE, -1, 1)
  }

  memory(): readonly number[] {
    return [this.#upright]
  }

  recall([upright]: readonly number[]): void {
    this.#upright = upright!
  }

  get #rate(): number {
    return this.#world.bodies[this.#rod]!.angvel().y
  }

  /** From upright, radians, with its sine and cosine. */
  #angle(): [angle: number, sin: number, cos: number] {
    const { y, w } = this.#world.bodies[this.#rod]!.rotation()
    const [sin, cos] = [2 * y * w, w * w - y * y]
    return [arcTangent(sin, cos), clamp(sin, -1, 1), clamp(cos, -1, 1)]
  }

  /** Gives the rod this speed about its hinge. */
  #turn(rate: number): void {
    const body = this.#world.bodies[this.#rod]!
    const [, sin, cos] = this.#angle()
    body.setAngvel({ x: 0, y: rate, z: 0 }, true)
    body.setLinvel({ x: (rate * LENGTH * cos) / 2, y: 0, z: (-rate * LENGTH * sin) / 2 }, true)
  }
}
