// A situation for tests of Robomimic's task files: an open hand above the table and an object on it, changed where a test
// says so.

import type { Situation } from '../../envs/robomimic/situation.ts'
import type { Task } from '../../envs/robomimic/task.ts'
import type { Quat, Vec3 } from '../../sim/scene.ts'
import { IDENTITY } from '../../sim/vector.ts'

export interface Told {
  readonly object: Vec3
  readonly rotation?: Quat
  readonly tcp?: Vec3
  readonly opening?: number
  readonly held?: boolean
}

export function situationOf({
  object,
  rotation = IDENTITY,
  tcp = [0, 0.5, 0.2],
  opening = 1,
  held = false,
}: Told): Situation {
  return { hand: { tcp, rotation: IDENTITY, opening }, object: { position: object, rotation }, held }
}

export function rewardOf(task: Task, situation: Situation): number {
  return Object.entries(task.terms(situation)).reduce((sum, [name, term]) => sum + term * task.scales[name]!, 0)
}
