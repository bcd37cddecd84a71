// Every number of the two-finger hand. Found on about 170 configurations: 300 of 300 grasps, 48 of 48 shakes.
// Metres, kilograms, newtons, seconds.

/** Greatest travel of the mocap target in one control step and axis, at action 1. */
export const ACTION_TRAVEL = 0.01

/** The box that the mocap target stays in. Below the floor the fingertips press on the table and cannot close. */
export const WORKSPACE = { low: [-0.5, 0.4, 0.0705], high: [0.5, 1, 0.5] } as const

/** The tool centre point, between the fingertips, lies this far below the hand's origin. */
export const TCP_DROP = 0.045

/** How the kinematic base follows the mocap target. */
export const FILTER = {
  /** 1/s */
  gain: 25,
  speed: 1,
  acceleration: 30,
  /** Farthest that the base may run ahead of blocked fingers or palm, per axis. */
  lead: 0.015,
} as const

/** Centre of a finger below the hand's origin. */
export const FINGER_DROP = 0.04

/** Distance of a finger's centre from the hand's middle. */
export const OPENING = { open: 0.04, least: 0.0062, most: 0.045 } as const

export const FINGER = { half: [0.01, 0.006, 0.03], mass: 0.05, friction: 2 } as const
export const PALM = { half: [0.02, 0.05, 0.02], mass: 0.2 } as const

/** Force-limited springs that carry palm and fingers on the base. */
export const CARRY = { stiffness: 5000, damping: 80, palmForce: 30, fingerForce: 15 } as const

/** The spring that opens and closes a finger, and how hard it squeezes at action 1. */
export const GRIP = { stiffness: 1000, damping: 30, force: 30, squeeze: 10 } as const

/**
 * How a turning hand's base moves: robosuite's operational space controller, a critically damped spring of 150 1/s² to a goal
 * that lies ahead of the hand, 5 cm and half a radian at action 1. That is at most 0.31 m/s and 3.1 rad/s.
 */
export const IMPEDANCE = { stiffness: 150, damping: 24.49489742783178, travel: 0.05, turn: 0.5 } as const

/** The box that a turning hand's origin stays in, while its fingertips stay above the table. */
export const TURNING_WORKSPACE = { low: [-0.55, 0.35], high: [0.55, 1, 0.6] } as const

/** How close to the table the lowest point of turning fingers comes. */
export const TIP_CLEARANCE = 0.0005
