// What makes a task of the arena: where blocks start, what is rewarded, what counts as success, and how a scripted expert
// solves it with any embodiment. Every task file is one call of `defineArenaTask` with these members in this order.

import type { RandomStream } from '../../sim/random.ts'
import type { Rectangle, Situation } from './situation.ts'
import type { Command, SteeringName } from './steering.ts'

export interface Layout {
  /** Middles of the blocks, x and y. */
  readonly blocks: readonly (readonly [number, number])[]
  readonly zone?: Rectangle
}

export interface ArenaTaskDefinition<Term extends string> {
  readonly name: string
  readonly steering: SteeringName
  /** What the demonstrations have. */
  readonly demo: Layout
  /** A layout of as many blocks; everything random comes from `random`. */
  layout(random: RandomStream): Layout
  /** Whether the situation breaks the task's rule; an episode in which it was broken cannot succeed. */
  breaks(situation: Situation): boolean
  /** Raw reward terms. A fresh object. */
  terms(situation: Situation): Record<Term, number>
  /** What each term is multiplied by; the reward is the sum. */
  readonly scales: Readonly<Record<Term, number>>
  /** Of a situation whose rule was not broken. */
  success(situation: Situation): boolean
  /** Stateless: the situation alone decides. */
  expert(situation: Situation): Command
}

export type ArenaTask = ArenaTaskDefinition<string>

/** Checks a definition's term names at compile time and gives it a common type. */
export function defineArenaTask<Term extends string>(definition: ArenaTaskDefinition<Term>): ArenaTask {
  return definition
}
