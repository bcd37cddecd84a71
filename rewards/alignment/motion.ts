// What happens in a segment, step by step and whatever the task: where the object is seen from the hand, how far it was
// brought from where the episode began, and the gripper.

import { CHANNELS, HAND, OBJECT, OPENING, type SegmentTrack } from './track.ts'

/** Numbers a step. */
export const MOTION = 7

/** @returns after each decision, [length, MOTION] */
export function motionOf({ states, origin, ref }: SegmentTrack): Float64Array {
  const motion = new Float64Array(ref.length * MOTION)
  for (let step = 0; step < ref.length; step++) {
    const state = (step + 1) * CHANNELS
    for (let axis = 0; axis < 3; axis++) {
      const object = states[state + OBJECT + axis]!
      motion[step * MOTION + axis] = object - states[state + HAND + axis]!
      motion[step * MOTION + 3 + axis] = object - origin[OBJECT + axis]!
    }
    motion[step * MOTION + 6] = states[state + OPENING]!
  }
  return motion
}

/** Spread below this share of the largest is rounding. */
const NEGLIGIBLE = 1e-6

/** Each of the numbers of a step by its mean and deviation over all segments; one that never changes becomes 0. In place. */
export function standardise(motions: readonly Float64Array[]): void {
  for (let number = 0; number < MOTION; number++) {
    let [count, sum, squares] = [0, 0, 0]
    each(motions, number, (value) => {
      count++
      sum += value
    })
    const mean = sum / count
    each(motions, number, (value) => {
      squares += (value - mean) ** 2
    })
    const deviation = Math.sqrt(squares / count)
    const scale = deviation > NEGLIGIBLE * Math.max(1, Math.abs(mean)) ? 1 / deviation : 0
    each(motions, number, (value, motion, at) => {
      motion[at] = (value - mean) * scale
    })
  }
}

function each(
  motions: readonly Float64Array[],
  number: number,
  visit: (value: number, motion: Float64Array, at: number) => void,
): void {
  for (const motion of motions) for (let at = number; at < motion.length; at += MOTION) visit(motion[at]!, motion, at)
}
