// What a plan is: the runs of a sweep, and what they start from.

import type { Scalar } from '../file/schema.ts'
import type { Builds } from './identity.ts'

export interface PlannedRun {
  /** Hash of all that decides its outcome. */
  readonly id: string
  /** Its folder's name, inside the folder of the sweep. */
  readonly name: string
  /** What is compared; the same for all seeds and tasks. */
  readonly condition: string
  readonly task: string
  readonly seed: number
  /** Settings over the base, by dotted key. */
  readonly settings: Readonly<Record<string, Scalar>>
  /** Of successive halving, from 0; absent elsewhere. */
  readonly rung?: number | undefined
}

export interface SweepPlan {
  /** From the file's first line. */
  readonly question: string
  /** What all runs start from, in words: `preset quickstart`. */
  readonly source: string
  /** The settings of that, by dotted key: the plan stands for itself. */
  readonly base: Readonly<Record<string, unknown>>
  readonly builds: Builds
  /** Keys that differ among the runs. */
  readonly varied: readonly string[]
  readonly runs: readonly PlannedRun[]
}
