// A coffee machine with a button at the top of its front, pressed towards +y, and a spout over the place of a mug.

import type { Body, Colour, Geom, Joint, Vec3 } from '../scene.ts'
import { QUARTER_TURN_X } from '../vector.ts'
import type { Prop } from './prop.ts'

const RED: Colour = '#b3302b'
const BLACK: Colour = '#2f3237'
const STEEL: Colour = '#c3c8ce'
const WHITE: Colour = '#f2f2ee'

const FRICTION = 0.8
/** Middle of the released button's front, from the machine's foot. */
const BUTTON: Vec3 = [0, -0.22, 0.3]
const CAP = { radius: 0.032, halfLength: 0.03, mass: 0.3 }
/** How far the button goes in, metres. */
const STROKE = 0.03
/** Viscous friction, N s/m; no spring: it stays where it was pressed. */
const DAMPING = 2

/**
 * Sites: `button`, the middle of its front, and `mug-place`, on the table under the spout.
 * @param position of its foot on the table
 */
export function coffeeMachine({ position }: { readonly position: Vec3 }): Prop {
  const [x, y, z] = position
  const centre: Vec3 = [BUTTON[0], BUTTON[1] + CAP.halfLength, BUTTON[2]]
  const machine: Body = { name: 'coffee-machine', kind: 'fixed', position, geoms: MACHINE }
  const button: Body = {
    name: 'coffee-button',
    kind: 'dynamic',
    position: [x + centre[0], y + centre[1], z + centre[2]],
    gravityScale: 0,
    geoms: BUTTON_GEOMS,
  }
  const plunger: Joint = {
    name: 'coffee-plunger',
    kind: 'slide',
    parent: machine.name,
    child: button.name,
    anchor: { parent: centre, child: [0, 0, 0] },
    axis: [0, 1, 0],
    limits: [0, STROKE],
    drive: { kind: 'damping', damping: DAMPING },
  }
  return {
    bodies: [machine, button],
    joints: [plunger],
    sites: [
      { name: 'button', body: button.name, position: [0, -CAP.halfLength, 0] },
      { name: 'mug-place', body: machine.name, position: [0, BUTTON[1], 0] },
    ],
  }
}

function block(half: Vec3, position: Vec3, colour: Colour): Geom {
  return { shape: { kind: 'box', half }, position, colour, friction: FRICTION, touches: 'mechanism' }
}

const MACHINE: readonly Geom[] = [
  block([0.1, 0.098, 0.115], [0, 0, 0.115], RED),
  block([0.1, 0.098, 0.07], [0, 0, 0.3], RED),
  // The head stands out in front of the body; the button moves in the gap between its four parts.
  block([0.031, 0.05, 0.035], [-0.069, -0.133, 0.3], RED),
  block([0.031, 0.05, 0.035], [0.069, -0.133, 0.3], RED),
  block([0.1, 0.05, 0.018], [0, -0.133, 0.352], RED),
  block([0.1, 0.05, 0.018], [0, -0.133, 0.248], BLACK),
  {
    shape: { kind: 'cylinder', radius: 0.016, halfHeight: 0.041 },
    position: [0, -0.141, 0.189],
    colour: BLACK,
    friction: FRICTION,
    touches: 'mechanism',
  },
  {
    shape: { kind: 'cylinder', radius: 0.05, halfHeight: 0.001 },
    position: [0, BUTTON[1], 0.001],
    colour: BLACK,
    touches: 'nothing',
  },
  { shape: { kind: 'box', half: [0.075, 0.001, 0.05] }, position: [0, -0.098, 0.1], colour: BLACK, touches: 'nothing' },
  { shape: { kind: 'box', half: [0.08, 0.08, 0.004] }, position: [0, 0.01, 0.373], colour: STEEL, touches: 'nothing' },
]

const BUTTON_GEOMS: readonly Geom[] = [
  {
    shape: { kind: 'cylinder', radius: CAP.radius, halfHeight: CAP.halfLength },
    rotation: QUARTER_TURN_X,
    colour: STEEL,
    mass: CAP.mass,
    friction: FRICTION,
    touches: 'mechanism',
  },
  {
    shape: { kind: 'cylinder', radius: 0.02, halfHeight: 0.001 },
    position: [0, -CAP.halfLength, 0],
    rotation: QUARTER_TURN_X,
    colour: WHITE,
    touches: 'nothing',
  },
]
