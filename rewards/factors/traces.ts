// What can be told of an episode besides the task's own terms, as one number a step: the traces that formulas may name.

/** Traces that every episode has. */
export const actionTraces = ['success', 'energy'] as const
/** Traces that an episode has where the hand's place is known. */
export const handTraces = ['hand-x', 'hand-y', 'hand-z', 'travel', 'jerk', 'resistance'] as const

export interface EpisodeMotion {
  /** 1 where the task's success condition held, [steps]. */
  readonly success: Float32Array
  /** [steps, actionSize], each in [-1, 1]. */
  readonly actions: Float32Array
  readonly actionSize: number
  /** Fingertips from reset on, metres, [steps + 1, 3]; absent where nobody knows them. */
  readonly hand?: Float32Array | undefined
  /** Seconds of a step. */
  readonly seconds: number
  /** Metres that an action of 1 asks the hand to move in a step. */
  readonly reach: number
}

/**
 *   energy      mean of a_i^2
 *   travel      |p_t - p_(t-1)|
 *   jerk        |p_t - 3 p_(t-1) + 3 p_(t-2) - p_(t-3)| / seconds^3; 0 in the first two steps
 *   resistance  |reach a - (p_t - p_(t-1))|: what of the command did not happen, for contact forces are not recorded
 */
export function episodeTraces(motion: EpisodeMotion): Record<string, Float32Array> {
  const { success, actions, actionSize, hand } = motion
  const energy = success.map((_, step) => {
    const action = actions.subarray(step * actionSize, (step + 1) * actionSize)
    return action.reduce((sum, each) => sum + each * each, 0) / actionSize
  })
  return { success, energy, ...(hand ? handTracesOf(motion, hand) : {}) }
}

function handTracesOf(motion: EpisodeMotion, hand: Float32Array): Record<(typeof handTraces)[number], Float32Array> {
  const { success, actions, actionSize, reach, seconds } = motion
  const at = (step: number, axis: number) => hand[Math.max(0, step) * 3 + axis]!
  const perStep = (of: (step: number) => number) => success.map((_, step) => of(step + 1))
  const moved = (step: number, axis: number) => at(step, axis) - at(step - 1, axis)
  const third = (step: number, axis: number) => moved(step, axis) - 2 * moved(step - 1, axis) + moved(step - 2, axis)
  return {
    'hand-x': perStep((step) => at(step, 0)),
    'hand-y': perStep((step) => at(step, 1)),
    'hand-z': perStep((step) => at(step, 2)),
    travel: perStep((step) => length((axis) => moved(step, axis))),
    jerk: perStep((step) => (step < 3 ? 0 : length((axis) => third(step, axis)) / seconds ** 3)),
    resistance: perStep((step) =>
      length((axis) => reach * actions[(step - 1) * actionSize + axis]! - moved(step, axis)),
    ),
  }
}

function length(of: (axis: number) => number): number {
  return Math.sqrt(of(0) ** 2 + of(1) ** 2 + of(2) ** 2)
}
