// Meta-World's 39 numbers scaled to order one, with what manipulation is about made explicit: how things move, where
// the object is seen from the hand, where the goal is seen from the object, and how far those are apart.

import type { ObservationView } from './view.ts'

const OBSERVATION = 39
const SIZE = 30
const PREVIOUS = 18
const GOAL = 36
const OBJECT = 4

/** Middle of the workspace and half its used extent, metres. */
const CENTRE = [0, 0.65, 0.12] as const
const EXTENT = [0.15, 0.15, 0.08] as const
/** Hand body to finger tips, metres: distances are measured from where the fingers touch. */
const TIP_DROP = 0.045
const NEAR = 0.05
const FAR = 0.1
/** Distance the hand covers in two control steps, metres. */
const MOVE = 0.02

export const relative: ObservationView = {
  id: 'relative',
  size: () => SIZE,

  apply(observations, count, observationSize, out) {
    if (observationSize !== OBSERVATION)
      throw new RangeError(`the relative view reads ${OBSERVATION} numbers, found ${observationSize}; use view=raw`)
    for (let row = 0; row < count; row++) writeRow(observations, row * OBSERVATION, out, row * SIZE)
  },
}

function writeRow(from: Float32Array, at: number, out: Float32Array, to: number): void {
  const read = (index: number) => from[at + index]!
  const tip = [read(0), read(1), read(2) - TIP_DROP] as const
  const object = [read(OBJECT), read(OBJECT + 1), read(OBJECT + 2)] as const
  const goal = [read(GOAL), read(GOAL + 1), read(GOAL + 2)] as const
  let next = to
  const put = (value: number) => {
    out[next++] = value
  }
  for (let axis = 0; axis < 3; axis++) put((tip[axis]! - CENTRE[axis]!) / EXTENT[axis]!)
  for (let axis = 0; axis < 3; axis++) put((object[axis]! - CENTRE[axis]!) / EXTENT[axis]!)
  put(read(3) * 2 - 1)
  for (let index = 0; index < 3; index++) put((read(index) - read(PREVIOUS + index)) / MOVE)
  put((read(3) - read(PREVIOUS + 3)) * 2)
  for (let index = 0; index < 3; index++) put((read(OBJECT + index) - read(PREVIOUS + OBJECT + index)) / MOVE)
  putOffset(put, tip, object, NEAR)
  putOffset(put, object, goal, FAR)
  putOffset(put, tip, goal, FAR)
  put(Math.sqrt((object[0] - tip[0]) ** 2 + (object[1] - tip[1]) ** 2) / NEAR)
  for (let axis = 0; axis < 3; axis++) put((goal[axis]! - CENTRE[axis]!) / EXTENT[axis]!)
}

/** Offset and its length, in units of `scale`. */
function putOffset(put: (value: number) => void, from: readonly number[], to: readonly number[], scale: number): void {
  let squared = 0
  for (let axis = 0; axis < 3; axis++) {
    const offset = to[axis]! - from[axis]!
    squared += offset * offset
    put(offset / scale)
  }
  put(Math.sqrt(squared) / scale)
}
