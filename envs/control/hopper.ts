// Hop forward on one leg without falling. After Gymnasium's Hopper-v4.

import type { Body, Joint, Scene, Vec3 } from '../../sim/scene.ts'
import { clamp } from '../../sim/vector.ts'
import { floor } from './floor.ts'
import { type Gait, rhythm } from './gait.ts'
import { limb } from './limb.ts'
import { creatureTask, type Runner } from './runner.ts'

const FRICTION = 1
/** Height of the torso's middle. */
const HEIGHT = 1.21
/** Healthy is a torso so high (m) and so upright (rad). */
const LOWEST = 0.7
const LEANING = 0.2
/** Metres to hop. */
const DISTANCE = 5

interface Segment {
  readonly name: string
  readonly parent: string
  /** Of the hinge above the middle of the parent, and the ends from the hinge, metres. */
  readonly hinge: number
  readonly from: Vec3
  readonly to: Vec3
  readonly radius: number
  readonly mass: number
  readonly limits: readonly [low: number, high: number]
  /** N m */
  readonly torque: number
  readonly colour: `#${string}`
}

/** N m s/rad. Motors are weaker and joints stiffer than the original's: its rotors weigh more than the legs, these nothing. */
const DAMPING = 4

const SEGMENTS: readonly Segment[] = [
  {
    name: 'thigh',
    parent: 'torso',
    hinge: -0.2,
    from: [0, 0, 0],
    to: [0, 0, -0.45],
    radius: 0.05,
    mass: 3.93,
    limits: [-2.618, 0],
    torque: 30,
    colour: '#4f79a8',
  },
  {
    name: 'shin',
    parent: 'thigh',
    hinge: -0.45,
    from: [0, 0, 0],
    to: [0, 0, -0.5],
    radius: 0.04,
    mass: 2.71,
    limits: [-2.618, 0],
    torque: 40,
    colour: '#5f8dbf',
  },
  {
    name: 'foot',
    parent: 'shin',
    hinge: -0.5,
    from: [-0.13, 0, 0],
    to: [0.26, 0, 0],
    radius: 0.06,
    mass: 5.09,
    limits: [-0.785, 0.785],
    torque: 20,
    colour: '#2f4f73',
  },
]

const torso: Body = {
  name: 'torso',
  kind: 'dynamic',
  position: [0, 0, HEIGHT],
  sagittal: true,
  geoms: limb({ from: [0, 0, -0.2], to: [0, 0, 0.2], radius: 0.05, mass: 3.53, friction: FRICTION, colour: '#3f6796' }),
}

/** Height of a segment's hinge at rest. */
function heightOf({ parent, hinge }: Segment): number {
  const above = SEGMENTS.find(({ name }) => name === parent)
  return hinge + (above ? heightOf(above) : HEIGHT)
}

const scene: Scene = {
  bodies: [
    floor({ friction: FRICTION }),
    torso,
    ...SEGMENTS.map((segment): Body => {
      const { name, from, to, radius, mass, colour } = segment
      const geoms = limb({ from, to, radius, mass, friction: FRICTION, colour })
      return { name, kind: 'dynamic', position: [0, 0, heightOf(segment)], geoms }
    }),
  ],
  joints: SEGMENTS.map(
    ({ name, parent, hinge, limits }): Joint => ({
      name,
      kind: 'hinge',
      parent,
      child: name,
      anchor: { parent: [0, 0, hinge], child: [0, 0, 0] },
      axis: [0, -1, 0],
      limits,
      drive: { kind: 'damping', damping: DAMPING },
    }),
  ),
  markers: [],
  substeps: { accurate: 8, fast: 4 },
  fastest: 40,
  stage: { follow: 'torso', centre: [0, 0, 0.7], distance: 3 },
}

const UNBOUNDED = Array<number>(11).fill(Number.POSITIVE_INFINITY)

export const hopper = creatureTask({
  id: 'hopper',
  defaults: { horizon: 1000, actionRepeat: 1 },
  scene,
  observation: { low: UNBOUNDED.map((bound) => -bound), high: UNBOUNDED },
  torques: SEGMENTS.map(({ torque }) => torque),
  torso: 'torso',
  noise: 0.02,
  feet: [],
  scales: { progress: 1, alive: 1, power: 0.001 },
  terms: (runner) => ({ progress: runner.forward, alive: isHealthy(runner) ? 1 : 0, power: -runner.effort }),
  success: (runner) => isHealthy(runner) && runner.position[0] >= DISTANCE,
  terminated: (runner) => !isHealthy(runner),
  /** Height and lean of the torso, joint angles; then their speeds, that along x before them. */
  observe({ position, pitch, velocity, spin, legs }, out) {
    out[0] = position[2]
    out[1] = pitch
    out.set(legs.angles, 2)
    out[5] = clamp(velocity[0], -10, 10)
    out[6] = clamp(velocity[2], -10, 10)
    out[7] = clamp(spin[1], -10, 10)
    for (let joint = 0; joint < 3; joint++) out[8 + joint] = clamp(legs.rates[joint]!, -10, 10)
  },
  expert: (runner, out) => rhythm(GAIT, runner, out),
})

function isHealthy({ position, pitch }: Runner): boolean {
  return position[2] > LOWEST && Math.abs(pitch) < LEANING
}

/** Found by search for speed. */
const GAIT: Gait = {
  period: 30,
  stiffness: 2.91,
  damping: 0.169,
  joints: [
    { middle: 0.312, swing: 0.008, phase: 0.457, lean: 0.831, tip: -0.134 },
    { middle: -0.374, swing: 0.02, phase: 0.147, lean: -0.721, tip: -0.516 },
    { middle: 0.126, swing: -0.009, phase: 0.027, lean: 0.048, tip: 0.009 },
  ],
}
