// Walk forward on four legs. After Gymnasium's Ant-v4; what is rewarded is ranked as in PyBullet's.

import type { Body, Joint, Scene, Vec3 } from '../../sim/scene.ts'
import { clamp } from '../../sim/vector.ts'
import { floor } from './floor.ts'
import { type Gait, rhythm } from './gait.ts'
import { limb } from './limb.ts'
import { creatureTask, type Runner } from './runner.ts'

const FRICTION = 1
const HEIGHT = 0.57
/** Healthy is a torso between these heights: it lies on the ground at 0.25 m. */
const LOWEST = 0.26
const HIGHEST = 1
/** Metres to walk. */
const DISTANCE = 5

const TORSO = { radius: 0.25, mass: 5 }
const LEG = { radius: 0.08, friction: FRICTION }
const LEG_MASS = 0.5
/** Of a leg's upper part along x and along y, and of its shin, metres. */
const UPPER = 0.2
const SHIN = 0.4
/** N m and N m s/rad. */
const TORQUE = 30
const DAMPING = 1
/** How far hips turn both ways, and how far ankles bend down, radians. */
const HIP: readonly [number, number] = [-0.52, 0.52]
const ANKLE: readonly [number, number] = [0.52, 1.22]
const BENT = 1

interface Corner {
  readonly name: string
  /** Signs of x and y. */
  readonly x: number
  readonly y: number
}

const CORNERS: readonly Corner[] = [
  { name: 'front-left', x: 1, y: 1 },
  { name: 'front-right', x: 1, y: -1 },
  { name: 'back-left', x: -1, y: 1 },
  { name: 'back-right', x: -1, y: -1 },
]

const along = ({ x, y }: Corner, reach: number): Vec3 => [x * reach, y * reach, 0]

const torso: Body = {
  name: 'torso',
  kind: 'dynamic',
  position: [0, 0, HEIGHT],
  geoms: [
    {
      shape: { kind: 'sphere', radius: TORSO.radius },
      colour: '#9c5b34',
      mass: TORSO.mass,
      friction: FRICTION,
      touches: 'mechanism',
    },
    { shape: { kind: 'sphere', radius: 0.06 }, position: [0.22, 0.09, 0.1], colour: '#30363d', touches: 'nothing' },
    { shape: { kind: 'sphere', radius: 0.06 }, position: [0.22, -0.09, 0.1], colour: '#30363d', touches: 'nothing' },
  ],
}

function legOf(corner: Corner): Body[] {
  const [hip, knee] = [along(corner, UPPER), along(corner, 2 * UPPER)]
  const upper = limb({ from: [0, 0, 0], to: along(corner, UPPER), mass: LEG_MASS, colour: '#b87548', ...LEG })
  const shin = limb({ from: [0, 0, 0], to: along(corner, SHIN), mass: LEG_MASS, colour: '#d3945f', ...LEG })
  return [
    { name: `${corner.name}-leg`, kind: 'dynamic', position: [hip[0], hip[1], HEIGHT], geoms: upper },
    { name: `${corner.name}-shin`, kind: 'dynamic', position: [knee[0], knee[1], HEIGHT], geoms: shin },
  ]
}

function jointsOf(corner: Corner): Joint[] {
  const { name, x, y } = corner
  const anchor = { parent: along(corner, UPPER), child: [0, 0, 0] as const }
  const drive = (rest: number) => ({ kind: 'spring', stiffness: 0, damping: DAMPING, rest }) as const
  const kind = 'hinge'
  return [
    {
      name: `${name}-hip`,
      kind,
      parent: 'torso',
      child: `${name}-leg`,
      anchor,
      axis: [0, 0, 1],
      limits: HIP,
      drive: drive(0),
    },
    {
      name: `${name}-ankle`,
      kind,
      parent: `${name}-leg`,
      child: `${name}-shin`,
      anchor,
      // Across the leg, so that bending takes the shin down.
      axis: [-y * Math.SQRT1_2, x * Math.SQRT1_2, 0],
      limits: ANKLE,
      drive: drive(BENT),
    },
  ]
}

const scene: Scene = {
  bodies: [floor({ friction: FRICTION, halfWidth: 400 }), torso, ...CORNERS.flatMap(legOf)],
  joints: CORNERS.flatMap(jointsOf),
  markers: [],
  substeps: { accurate: 8, fast: 4 },
  fastest: 40,
  stage: { follow: 'torso', centre: [0, 0, 0.4], distance: 3.2 },
}

const UNBOUNDED = Array<number>(27).fill(Number.POSITIVE_INFINITY)

export const ant = creatureTask({
  id: 'ant',
  defaults: { horizon: 4000, actionRepeat: 4 },
  scene,
  observation: { low: UNBOUNDED.map((bound) => -bound), high: UNBOUNDED },
  torques: scene.joints.map(() => TORQUE),
  torso: 'torso',
  noise: 0.1,
  feet: CORNERS.map((corner) => ({ body: `${corner.name}-shin`, at: along(corner, SHIN), radius: LEG.radius })),
  scales: { alive: 1, progress: 1, jointLimits: 0.1, feetCollision: 0.1 },
  terms: (runner) => ({
    alive: isHealthy(runner) ? 1 : 0,
    progress: runner.forward,
    jointLimits: -runner.legs.atLimits(),
    feetCollision: -runner.strikes,
  }),
  success: (runner) => isHealthy(runner) && runner.position[0] >= DISTANCE,
  terminated: (runner) => !isHealthy(runner),
  /** Height and rotation of the torso, joint angles; then its velocity and spin, and the joints' speeds. */
  observe({ position, rotation, velocity, spin, legs }, out) {
    out[0] = position[2]
    out.set(rotation, 1)
    out.set(legs.angles, 5)
    out.set(velocity, 13)
    out.set(spin, 16)
    for (let joint = 0; joint < 8; joint++) out[19 + joint] = clamp(legs.rates[joint]!, -100, 100)
  },
  expert: (runner, out) => rhythm(GAIT, runner, out),
})

function isHealthy({ position }: Runner): boolean {
  return position[2] > LOWEST && position[2] < HIGHEST
}

/** A trot: legs that are opposite each other swing together. Found by search for speed. */
const GAIT: Gait = {
  period: 32,
  stiffness: 4,
  damping: 0.034,
  joints: CORNERS.flatMap(({ x, y }) => {
    const beat = x * y > 0 ? 0 : 0.5
    return [
      { middle: 0, swing: 0.442 * y, phase: beat, steer: 0.5 },
      { middle: 0.849, swing: 0.235, phase: beat + 0.086 },
    ]
  }),
}
