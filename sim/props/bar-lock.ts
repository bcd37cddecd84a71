// A closed safe with a turning bar on its door: along the door it is unlocked, hanging down it is locked.

import type { Body, Colour, Geom, Joint, Quat, Vec3 } from '../scene.ts'
import { IDENTITY, QUARTER_TURN_X, QUARTER_TURN_Y } from '../vector.ts'
import type { Prop } from './prop.ts'
import { safe } from './safe.ts'

const DOOR: Colour = '#7f8b98'
const STEEL: Colour = '#d5dade'
const RED: Colour = '#c8322b'

const FRICTION = 0.8
/** Middle of the door, and the bar's axle, from the safe's middle. */
const DOOR_AT: Vec3 = [0, -0.1, 0]
const AXLE: Vec3 = [0, -0.118, 0.061]
/** Middle of the bar from its axle, when it points to +x. */
const BAR: Vec3 = [0.042, -0.021, 0]
const BAR_HALF: Vec3 = [0.05, 0.01, 0.01]
/** Viscous friction, N m s/rad. */
const DAMPING = 0.1

const STARTS: Readonly<Record<BarLockOptions['starts'], Quat>> = {
  unlocked: IDENTITY,
  locked: QUARTER_TURN_Y,
}

export interface BarLockOptions {
  /** Of the safe's middle, 15 cm above the table. */
  readonly position: Vec3
  readonly starts: 'unlocked' | 'locked'
}

/** Sites: `lock-side` and `unlock-side`, at the end of the bar, on the flanks that it is pushed from. */
export function barLock({ position, starts }: BarLockOptions): Prop {
  const [x, y, z] = position
  const box = safe(position)
  const front: Body = { ...box, geoms: [...box.geoms, ...FRONT] }
  const turned: Vec3 = [x + AXLE[0], y + AXLE[1], z + AXLE[2]]
  const bar: Body = {
    name: 'lock',
    kind: 'dynamic',
    position: turned,
    rotation: STARTS[starts],
    gravityScale: 0,
    geoms: LOCK,
  }
  const axle: Joint = {
    name: 'lock-axle',
    kind: 'hinge',
    parent: front.name,
    child: bar.name,
    anchor: { parent: AXLE, child: [0, 0, 0] },
    axis: [0, 1, 0],
    limits: [0, Math.PI / 2],
    drive: { kind: 'damping', damping: DAMPING },
  }
  return {
    bodies: [front, bar],
    joints: [axle],
    sites: [
      { name: 'lock-side', body: bar.name, position: [0.09, BAR[1], 0.01] },
      { name: 'unlock-side', body: bar.name, position: [0.09, BAR[1], -0.01] },
    ],
  }
}

const FRONT: readonly Geom[] = [
  {
    shape: { kind: 'box', half: [0.184, 0.01, 0.124] },
    position: DOOR_AT,
    colour: DOOR,
    friction: FRICTION,
    touches: 'mechanism',
  },
  {
    shape: { kind: 'cylinder', radius: 0.03, halfHeight: 0.006 },
    position: [AXLE[0], -0.114, AXLE[2]],
    rotation: QUARTER_TURN_X,
    colour: STEEL,
    touches: 'nothing',
  },
  {
    shape: { kind: 'box', half: [0.007, 0.004, 0.05] },
    position: [0.14, -0.112, -0.03],
    colour: STEEL,
    touches: 'nothing',
  },
]

const LOCK: readonly Geom[] = [
  {
    shape: { kind: 'box', half: BAR_HALF },
    position: BAR,
    colour: RED,
    mass: 0.5,
    friction: FRICTION,
    touches: 'mechanism',
  },
  {
    shape: { kind: 'cylinder', radius: 0.013, halfHeight: 0.018 },
    position: [0, BAR[1] / 2, 0],
    rotation: QUARTER_TURN_X,
    colour: STEEL,
    touches: 'nothing',
  },
]
