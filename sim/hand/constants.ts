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
