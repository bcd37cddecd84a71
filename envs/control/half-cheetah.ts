// Run, in a plane, on a hind and a front leg. After Gymnasium's HalfCheetah-v4.

import type { Body, Joint, Scene, Vec3 } from '../../sim/scene.ts'
import { clamp } from '../../sim/vector.ts'
import { floor } from './floor.ts'
import { type Gait, rhythm } from './gait.ts'
import { limb } from './limb.ts'
import { creatureTask } from './runner.ts'

const RADIUS = 0.046
const GRIP = { radius: RADIUS, friction: 0.8 }
const HEIGHT = 0.7
const COAT = '#c98b3f'
const PAW = '#7d5526'
/** Metres to run. */
const DISTANCE = 10

interface Segment {
  readonly name: string
  readonly parent: string
  /** Of the hinge, in the parent's frame. */
  readonly hinge: Vec3
  /** Where the segment begins and ends, from its hinge. */
  readonly from: Vec3
  readonly to: Vec3
  readonly mass: number
  readonly limits: readonly [low: number, high: number]
  /** N m/rad, N m s/rad and N m. */
  readonly stiffness: number
  readonly damping: number
  readonly torque: number
}

const SEGMENTS: readonly Segment[] = [
  {
    name: 'hind-thigh',
    parent: 'torso',
    hinge: [-0.5, 0, 0],
    from: [0, 0, 0],
    to: [0.16, 0, -0.25],
    mass: 1.53,
    limits: [-0.52, 1.05],
    stiffness: 240,
    damping: 6,
    torque: 120,
  },
  {
    name: 'hind-shin',
    parent: 'hind-thigh',
    hinge: [0.16, 0, -0.25],
    from: [0, 0, 0],
    to: [-0.28, 0, -0.14],
    mass: 1.58,
    limits: [-0.785, 0.785],
    stiffness: 180,
    damping: 4.5,
    torque: 90,
  },
  {
    name: 'hind-foot',
    parent: 'hind-shin',
    hinge: [-0.28, 0, -0.14],
    from: [0, 0, 0],
    to: [0.055, 0, -0.19],
    mass: 1.07,
    limits: [-0.4, 0.785],
    stiffness: 120,
    damping: 3,
    torque: 60,
  },
  {
    name: 'front-thigh',
    parent: 'torso',
    hinge: [0.5, 0, 0],
    from: [0, 0, 0],
    to: [-0.14, 0, -0.24],
    mass: 1.43,
    limits: [-1, 0.7],
    stiffness: 180,
    damping: 4.5,
    torque: 120,
  },
  {
    name: 'front-shin',
    parent: 'front-thigh',
    hinge: [-0.14, 0, -0.24],
    from: [0, 0, 0],
    to: [0.13, 0, -0.18],
    mass: 1.18,
    limits: [-1.2, 0.87],
    stiffness: 120,
    damping: 3,
    torque: 60,
  },
  {
    name: 'front-foot',
    parent: 'front-shin',
    hinge: [0.13, 0, -0.18],
    from: [0, 0, 0],
    to: [0.085, 0, -0.128],
    mass: 0.85,
    limits: [-0.5, 0.5],
    stiffness: 60,
    damping: 1.5,
    torque: 30,
  },
]

const torso: Body = {
  name: 'torso',
  kind: 'dynamic',
  position: [0, 0, HEIGHT],
  sagittal: true,
  geoms: [
    ...limb({ from: [-0.5, 0, 0], to: [0.5, 0, 0], mass: 4.9, colour: COAT, ...GRIP }),
    ...limb({ from: [0.5, 0, 0], to: [0.7, 0, 0.2], mass: 1.46, colour: COAT, ...GRIP }),
  ],
}

/** Where a segment's hinge is at rest. */
function hingeOf({ parent, hinge }: Segment): Vec3 {
  const above = SEGMENTS.find(({ name }) => name === parent)
  const [x, y, z] = above ? hingeOf(above) : torso.position
  return [x + hinge[0], y + hinge[1], z + hinge[2]]
}

const scene: Scene = {
  bodies: [
    floor({ friction: GRIP.friction }),
    torso,
    ...SEGMENTS.map((segment, index): Body => {
      const { name, from, to, mass } = segment
      const colour = name.endsWith('foot') ? PAW : index < 3 ? '#b57a34' : '#d69a4e'
      const geoms = limb({ from, to, mass, colour, ...GRIP })
      return { name, kind: 'dynamic', position: hingeOf(segment), geoms }
    }),
  ],
  joints: SEGMENTS.map(
    ({ name, parent, hinge, limits, stiffness, damping }): Joint => ({
      name,
      kind: 'hinge',
      parent,
      child: name,
      anchor: { parent: hinge, child: [0, 0, 0] },
      axis: [0, 1, 0],
      limits,
      drive: { kind: 'spring', stiffness, damping, rest: 0 },
    }),
  ),
  markers: [],
  substeps: { accurate: 8, fast: 4 },
  fastest: 40,
  stage: { follow: 'torso', centre: [0, 0, 0.4], distance: 3 },
}

const UNBOUNDED = Array<number>(17).fill(Number.POSITIVE_INFINITY)

export const halfCheetah = creatureTask({
  id: 'half-cheetah',
  defaults: { horizon: 4000, actionRepeat: 4 },
  scene,
  observation: { low: UNBOUNDED.map((bound) => -bound), high: UNBOUNDED },
  torques: SEGMENTS.map(({ torque }) => torque),
  torso: 'torso',
  noise: 0.1,
  feet: [],
  scales: { progress: 1, power: 0.1 },
  terms: ({ forward, effort }) => ({ progress: forward, power: -effort }),
  success: ({ position }) => position[0] >= DISTANCE,
  terminated: () => false,
  /** Height and pitch of the torso, joint angles; then their speeds, that along x before them. */
  observe({ position, pitch, velocity, spin, legs }, out) {
    out[0] = position[2]
    out[1] = pitch
    out.set(legs.angles, 2)
    out[8] = velocity[0]
    out[9] = velocity[2]
    out[10] = spin[1]
    for (let joint = 0; joint < 6; joint++) out[11 + joint] = clamp(legs.rates[joint]!, -100, 100)
  },
  expert: (runner, out) => rhythm(GAIT, runner, out),
})

/** Found by search for speed. */
const GAIT: Gait = {
  period: 26,
  stiffness: 1.84,
  damping: 0.034,
  joints: [
    { middle: -0.206, swing: 0.994, phase: -0.024, lean: -0.37 },
    { middle: -0.44, swing: 0.188, phase: 0.399, lean: -0.164 },
    { middle: -0.124, swing: 0.298, phase: 0.368, lean: 0.122 },
    { middle: -0.081, swing: 0.159, phase: 0.293, lean: 0.165 },
    { middle: 0.123, swing: 0.197, phase: 1.195, lean: -0.041 },
    { middle: -0.298, swing: 0.478, phase: 0.705, lean: -0.263 },
  ],
}
