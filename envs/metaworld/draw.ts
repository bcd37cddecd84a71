// Where things start: uniform draws from boxes, as Meta-World makes them.

import type { RandomStream } from '../../sim/random.ts'
import type { Vec3 } from '../../sim/scene.ts'
import { scaledDistance } from '../../sim/vector.ts'

export interface Range {
  readonly low: Vec3
  readonly high: Vec3
}

/** Uniform in a box; an axis without width takes no number from the stream. */
export function drawIn(random: RandomStream, { low, high }: Range): Vec3 {
  const draw = (axis: 0 | 1 | 2) => (low[axis] === high[axis] ? low[axis] : random.uniform(low[axis], high[axis]))
  return [draw(0), draw(1), draw(2)]
}

/** A start and a goal at least `gap` apart in the plane, drawn again until they are. */
export function drawApart(
  random: RandomStream,
  { from, to, gap }: { readonly from: Range; readonly to: Range; readonly gap: number },
): { from: Vec3; goal: Vec3 } {
  for (;;) {
    const drawn = { from: drawIn(random, from), goal: drawIn(random, to) }
    if (scaledDistance(drawn.from, drawn.goal, XY) >= gap) return drawn
  }
}

const XY: Vec3 = [1, 1, 0]
