// A box with a handle that slides up and down in its front and stays where it is left, like that of a toaster.

import type { Body, Colour, Geom, Joint, Quat, Vec3 } from '../scene.ts'
import { IDENTITY, QUARTER_TURN_Y, QUARTER_TURN_Z, transformed } from '../vector.ts'
import type { Prop } from './prop.ts'

const METAL: Colour = '#9fa8b2'
const BLACK: Colour = '#33373d'
const RED: Colour = '#c8322b'

const FRICTION = 0.8
/** The handle's frame, from the foot of the box, when it is up. */
const UP: Vec3 = [0, -0.05, 0.15]
/** How far the handle goes down, metres. */
const STROKE = 0.1
/** Viscous friction, N s/m. */
const DAMPING = 30
/** The bar across the front, from the handle's frame. */
const BAR = { y: -0.166, radius: 0.022, halfLength: 0.07 }
const LEVER_HALF: Vec3 = [0.024, 0.068, 0.011]

const FACINGS: Readonly<Record<PressHandleOptions['facing'], Quat>> = {
  robot: IDENTITY,
  right: QUARTER_TURN_Z,
}

export interface PressHandleOptions {
  /** Of its foot on the table. */
  readonly position: Vec3
  /** Where the handle sticks out to: -y or +x. */
  readonly facing: 'robot' | 'right'
  readonly starts: 'up' | 'down'
}

/**
 * Sites: `top`, on the bar's middle; `right`, on the bar beside the lever; `lever`, the middle of the lever that carries the
 * bar.
 */
export function pressHandle({ position, facing, starts }: PressHandleOptions): Prop {
  const rotation = FACINGS[facing]
  const place = transformed(position, rotation, starts === 'up' ? UP : [UP[0], UP[1], UP[2] - STROKE])
  const box: Body = { name: 'handle-box', kind: 'fixed', position, rotation, geoms: BOX }
  const handle: Body = { name: 'handle', kind: 'dynamic', position: place, rotation, gravityScale: 0, geoms: HANDLE }
  const slot: Joint = {
    name: 'handle-slot',
    kind: 'slide',
    parent: box.name,
    child: handle.name,
    anchor: { parent: UP, child: [0, 0, 0] },
    axis: [0, 0, 1],
    limits: [-STROKE, 0],
    drive: { kind: 'damping', damping: DAMPING },
  }
  return {
    bodies: [box, handle],
    joints: [slot],
    sites: [
      { name: 'top', body: handle.name, position: [0, BAR.y, BAR.radius] },
      { name: 'right', body: handle.name, position: [0.05, BAR.y, 0.014] },
      { name: 'lever', body: handle.name, position: [0, -0.12, 0] },
    ],
  }
}

function block(half: Vec3, position: Vec3, colour: Colour): Geom {
  return { shape: { kind: 'box', half }, position, colour, friction: FRICTION, touches: 'mechanism' }
}

const BOX: readonly Geom[] = [
  block([0.033, 0.07, 0.11], [-0.067, 0, 0.11], METAL),
  block([0.033, 0.07, 0.11], [0.067, 0, 0.11], METAL),
  block([0.034, 0.03, 0.11], [0, 0.04, 0.11], BLACK),
  { shape: { kind: 'box', half: [0.102, 0.072, 0.004] }, position: [0, 0, 0.222], colour: BLACK, touches: 'nothing' },
]

const HANDLE: readonly Geom[] = [
  { ...block(LEVER_HALF, [0, BAR.y / 2 - 0.005, 0], BLACK), mass: 0.3 },
  {
    shape: { kind: 'cylinder', radius: BAR.radius, halfHeight: BAR.halfLength },
    position: [0, BAR.y, 0],
    rotation: QUARTER_TURN_Y,
    colour: RED,
    mass: 0.4,
    friction: FRICTION,
    touches: 'mechanism',
  },
]
