// A rhythmic gait: each joint is pulled along a sine of its own. It sees no ground and keeps no balance.

import { sine } from '../../sim/elementary.ts'
import { clamp } from '../../sim/vector.ts'
import type { Runner } from './runner.ts'

export interface Gait {
  /** Control steps of one stride. */
  readonly period: number
  /** Share of the motor's power for each radian that a joint is away from where it should be. */
  readonly stiffness: number
  /** Radians; the phase is a share of the period. */
  readonly joints: readonly { readonly middle: number; readonly swing: number; readonly phase: number }[]
}

export function rhythm({ period, stiffness, joints }: Gait, runner: Pick<Runner, 'steps' | 'legs'>, out: Float32Array) {
  joints.forEach(({ middle, swing, phase }, joint) => {
    const share = (runner.steps % period) / period + phase
    const wanted = middle + swing * sine(2 * Math.PI * share)
    out[joint] = clamp(stiffness * (wanted - runner.legs.angles[joint]!), -1, 1)
  })
}
