// Somebody's score in a suite of tasks: the expert's, chance's, or a run's.

import { makeEnv } from '../../envs/registry.ts'
import { evaluateSuite, type SuiteScore } from '../../envs/suites/evaluate.ts'
import { GOALS_PER_TASK, type SplitName } from '../../envs/suites/suite.ts'
import { suiteEnv } from '../../envs/suites/suite-env.ts'
import { unknownName } from '../../sim/names.ts'
import type { Behaviour } from '../dataset/behaviour.ts'
import { UserError } from '../errors/user-error.ts'
import type { Reporter } from '../reporter/reporter.ts'
import { chooseSuite } from './choose.ts'

export interface SuiteRequest {
  /** As typed: `MT10`, `ML1/push`. */
  readonly suite: string
  /** As typed. */
  readonly split: string
  /** Of the goals. */
  readonly seed: number
  /** Goals of each task. */
  readonly episodes: number
  readonly behaviour: Behaviour
  readonly reporter: Reporter
  readonly signal: AbortSignal
}

const SPLITS: readonly string[] = ['train', 'test'] satisfies readonly SplitName[]

/** Goals are hidden in meta-learning suites; a run's policy sees what the suite shows, and acts as it was trained. */
export async function scoreSuite(request: SuiteRequest): Promise<SuiteScore> {
  const { behaviour, seed, episodes, reporter, signal } = request
  const suite = chooseSuite(request.suite)
  const split = chooseSplit(request.split)
  if (episodes > GOALS_PER_TASK) {
    throw new UserError(`a task has ${GOALS_PER_TASK} goals in a suite, found --episodes ${episodes}`)
  }
  return evaluateSuite({
    suite,
    split,
    seed,
    goals: episodes,
    async make({ task, index }) {
      if (signal.aborted) throw new UserError(`stopped before ${task}`, 'failed')
      reporter.report({ kind: 'note', text: `${task} (${index + 1} of ${suite[split].length})` })
      return suiteEnv(await makeEnv(task, behaviour.trained?.options), { goal: suite.goal })
    },
    policy: (env, { seeds }) => behaviour.act(env, seeds[0]!),
  })
}

function chooseSplit(named: string): SplitName {
  if (SPLITS.includes(named)) return named as SplitName
  throw new UserError(unknownName('split', named, SPLITS))
}
