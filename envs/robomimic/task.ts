// What makes a task of this suite: where things start, what is observed, what is rewarded, what counts as success, and how a
// scripted expert solves it. Every task file is one call of `defineTask` with these members in this order.

import type { Prop } from '../../sim/props/prop.ts'
import type { RandomStream } from '../../sim/random.ts'
import type { Vec3 } from '../../sim/scene.ts'
import type { Move } from './expert.ts'
import type { Situation } from './situation.ts'

export interface TaskDefinition<Term extends string> {
  readonly id: string
  /** The site that is observed; with `pose`, how it is turned as seen from the hand is observed too. */
  readonly observe: { readonly object: string; readonly fromHand: 'place' | 'pose' }
  /** Where the marker stands; none where nothing is said. */
  readonly goal?: Vec3
  /** What stands on the table in an episode; everything random comes from `random`. */
  place(random: RandomStream): readonly Prop[]
  /** Raw reward terms, each in [0, 1]. A fresh object. */
  terms(situation: Situation): Record<Term, number>
  /** What each term is multiplied by; the reward is the sum. */
  readonly scales: Readonly<Record<Term, number>>
  success(situation: Situation): boolean
  /** Stateless: the first unmet phase decides. */
  expert(situation: Situation): Move
}

export type Task = TaskDefinition<string>

/** Checks a definition's term names at compile time and gives it a common type. */
export function defineTask<Term extends string>(definition: TaskDefinition<Term>): Task {
  return definition
}
