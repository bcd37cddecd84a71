// A situation for tests of task files: everything at rest above the table, changed where a test says so.

import type { Situation } from '../../envs/metaworld/situation.ts'

const UPRIGHT = [0, 0, 0, 1] as const
const NOTHING = { position: [0, 0, 0], rotation: [0, 0, 0, 0] } as const

export function someSituation(changes: Partial<Situation> = {}): Situation {
  return {
    tcp: [0, 0.6, 0.155],
    opening: 1,
    padY: [0.56, 0.64],
    grip: 0,
    first: { position: [0, 0.65, 0.02], rotation: UPRIGHT },
    second: NOTHING,
    goal: [0, 0.85, 0.02],
    start: { tcp: [0, 0.6, 0.155], first: [0, 0.65, 0.02], second: [0, 0, 0] },
    ...changes,
  }
}

/** An upright object at a position. */
export function at(x: number, y: number, z: number): Situation['first'] {
  return { position: [x, y, z], rotation: UPRIGHT }
}
