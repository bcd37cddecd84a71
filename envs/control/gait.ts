// A rhythmic gait: each joint is pulled along a sine of its own, corrected by how the torso leans. It sees no ground.

import { sine } from '../../sim/elementary.ts'
import { clamp } from '../../sim/vector.ts'
import type { Runner } from './runner.ts'

export interface Gait {
  /** Control steps of one stride. */
  readonly period: number
  /** Share of the motor's power for each radian that a joint is away from where it should be, and for each rad/s. */
  readonly stiffness: number
  readonly damping: number
  readonly joints: readonly JointRhythm[]
}

export interface JointRhythm {
  /** Radians; the phase is a share of the period. */
  readonly middle: number
  readonly swing: number
  readonly phase: number
  /** Radians for each radian that the torso leans, and for each rad/s that it tips. */
  readonly lean?: number
  readonly tip?: number
  /** Radians of swing for each radian that the creature heads to the left. */
  readonly steer?: number
}

/** Writes the action of a gait. */
export function rhythm({ period, stiffness, damping, joints }: Gait, runner: Runner, out: Float32Array): void {
  const { legs, pitch, heading, spin } = runner
  const share = (runner.steps % period) / period
  joints.forEach(({ middle, swing, phase, lean = 0, tip = 0, steer = 0 }, joint) => {
    const beat = (swing + steer * heading) * sine(2 * Math.PI * (share + phase))
    const wanted = middle + beat + lean * pitch + tip * spin[1]
    const pull = stiffness * (wanted - legs.angles[joint]!) - damping * legs.rates[joint]!
    out[joint] = clamp(pull, -1, 1)
  })
}
