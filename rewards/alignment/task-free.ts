// Numbers that mean the same in every task: which end of one task's segments belongs to which end of another's.

import { CHANNELS, HAND, OBJECT, type SegmentTrack } from './track.ts'

export interface TaskFreeFeature {
  readonly id: string
  readonly describe: string
  of(track: SegmentTrack): number
}

/** The object has moved when it is this far from where it was, metres. */
const MOVED = 0.005

export const taskFreeFeatures: readonly TaskFreeFeature[] = [
  {
    id: 'displacement',
    describe: 'how far the object ends from where the episode began, metres',
    of: ({ states, origin, ref }) => gap(states, ref.length * CHANNELS + OBJECT, origin, OBJECT),
  },
  {
    id: 'contact',
    describe: 'decisions until the object is first moved; those of the segment where it never is',
    of: ({ states, origin, ref }) => {
      for (let at = 0; at < ref.length; at++) {
        if (gap(states, (at + 1) * CHANNELS + OBJECT, origin, OBJECT) > MOVED) return at
      }
      return ref.length
    },
  },
  {
    id: 'distance',
    describe: 'how far the hand is from the object, metres, mean over the segment',
    of: ({ states, ref }) =>
      sumOver(ref.length, (at) => gap(states, (at + 1) * CHANNELS + HAND, states, (at + 1) * CHANNELS + OBJECT)) /
      ref.length,
  },
  {
    id: 'path',
    describe: 'length of the way of the hand, metres',
    of: ({ states, ref }) =>
      sumOver(ref.length, (at) => gap(states, at * CHANNELS + HAND, states, (at + 1) * CHANNELS + HAND)),
  },
  {
    id: 'roughness',
    describe: 'how much the velocity of the hand changes, metres a decision',
    of: ({ states, ref }) => sumOver(ref.length - 1, (at) => bend(states, at)),
  },
]

function gap(one: Float64Array, i: number, other: Float64Array, k: number): number {
  return Math.hypot(one[i]! - other[k]!, one[i + 1]! - other[k + 1]!, one[i + 2]! - other[k + 2]!)
}

/** Second difference of the hand's position from step `at` on. */
function bend(states: Float64Array, at: number): number {
  const position = (step: number, axis: number) => states[(at + step) * CHANNELS + HAND + axis]!
  const second = (axis: number) => position(2, axis) - 2 * position(1, axis) + position(0, axis)
  return Math.hypot(second(0), second(1), second(2))
}

function sumOver(count: number, term: (at: number) => number): number {
  let sum = 0
  for (let at = 0; at < count; at++) sum += term(at)
  return sum
}
