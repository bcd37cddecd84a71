// What makes a manipulation task: where things start, what is observed, what is rewarded, what counts as success, and how a
// scripted expert solves it. Every task file is one call of `defineTask` with these members in this order.

import { unknownName } from '../../sim/names.ts'
import type { Prop } from '../../sim/props/prop.ts'
import type { Hole } from '../../sim/props/table.ts'
import type { RandomStream } from '../../sim/random.ts'
import type { Vec3 } from '../../sim/scene.ts'
import type { Move } from './expert.ts'
import type { Situation } from './situation.ts'

export interface Placement {
  readonly props: readonly Prop[]
  readonly goal: Vec3
}

export interface TaskDefinition<Term extends string> {
  readonly id: string
  /** Where the hand's origin starts, 4.5 cm above the tcp. */
  readonly hand: Vec3
  /** A hole in the table, which the fingers can reach into. */
  readonly hole?: Hole
  /** The box that goals lie in. */
  readonly goals: { readonly low: Vec3; readonly high: Vec3 }
  /** Sites of the props that fill the object slots of the observation. */
  readonly observe: { readonly first: string; readonly second?: string }
  /** Start and goal of an episode; everything random comes from `random`. */
  place(random: RandomStream): Placement
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

/** The sites that a task observes, first and second. */
export function observedSites({ id, observe }: Task, { props }: Placement) {
  const sites = props.flatMap((prop) => prop.sites)
  return [observe.first, observe.second].flatMap((name) => {
    if (name === undefined) return []
    const site = sites.find((candidate) => candidate.name === name)
    if (!site)
      throw new RangeError(
        `${id}: ${unknownName(
          'site',
          name,
          sites.map((known) => known.name),
        )}`,
      )
    return [site]
  })
}
