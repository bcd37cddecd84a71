// The learner that a configuration names.

import type { LearnerEntry, LearnerKind } from '../../agents/contract.ts'
import { learners } from '../../agents/learners.ts'
import { chooseExecutor } from '../../agents/tensor/executors/choose.ts'
import { unknownName } from '../../sim/names.ts'
import type { Config } from '../config/schema.ts'
import { UserError } from '../errors/user-error.ts'
import type { Method } from '../method.ts'
import type { Streams } from './streams.ts'

export interface ViewSizes {
  readonly view: number
  readonly action: number
}

/** One of every kind: which it is tells what `create` makes. */
export type AnyLearnerEntry = { readonly [Kind in LearnerKind]: LearnerEntry<Kind> }[LearnerKind]

export function learnerNamed(name: string): AnyLearnerEntry {
  const table: Readonly<Record<string, AnyLearnerEntry>> = learners
  const entry = table[name]
  if (!entry) throw new UserError(unknownName('learner', name, Object.keys(table)))
  return entry
}

/** @throws UserError when the method cannot be run with this learner */
export function checkLearner(name: string, { id, learns }: Pick<Method, 'id' | 'learns'>): void {
  const { kind } = learnerNamed(name)
  if (learns === undefined || kind === learns) return
  const fitting = Object.values(learners).find((each) => each.kind === learns)
  throw new UserError(
    `learner=${name} is ${kind} and method=${id} needs an ${learns} learner; type learner=${fitting?.id}, for example`,
  )
}

/** What the learner's `create` takes: its own section of the configuration among them. */
export async function learnerOptions(config: Config, sizes: ViewSizes, streams: Streams) {
  return {
    sizes: { observation: sizes.view, action: sizes.action },
    settings: config[config.learner as keyof typeof learners],
    executor: await chooseExecutor(config.device),
    random: streams.learner,
  }
}
