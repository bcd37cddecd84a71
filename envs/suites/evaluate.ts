// How a suite is scored: one episode for each of a task's fifty goals, an episode succeeds when the success condition held at
// any step, and the score is the mean over tasks. Success at the last step is told beside it.

import type { Env } from '../contract.ts'
import { type Policy, rollout } from '../rollout.ts'
import { type SplitName, type Suite, type SuiteTask, suiteTasks } from './suite.ts'

export interface TaskScore {
  readonly task: string
  readonly episodes: number
  /** Shares of episodes. */
  readonly successAny: number
  readonly successLast: number
  readonly meanReturn: number
}

export interface SuiteScore {
  readonly suite: string
  readonly split: SplitName
  /** Means over tasks. */
  readonly successAny: number
  readonly successLast: number
  readonly tasks: readonly TaskScore[]
}

export interface Evaluation {
  readonly suite: Suite
  readonly split: SplitName
  /** Of the goals. */
  readonly seed: number
  /** Goals of each task that are played; all fifty by default. */
  readonly goals?: number
  /** The environment of a task; disposed of once its episodes are over. */
  make(task: SuiteTask): Promise<Env>
  /** Who acts in it. */
  policy(env: Env, task: SuiteTask): Policy
}

export async function evaluateSuite({ suite, split, seed, goals, make, policy }: Evaluation): Promise<SuiteScore> {
  const tasks: TaskScore[] = []
  for (const task of suiteTasks(suite, { split, seed })) {
    const env = await make(task)
    try {
      const outcomes = await rollout(env, policy(env, task), task.seeds.slice(0, goals))
      tasks.push({
        task: task.task,
        episodes: outcomes.length,
        successAny: mean(outcomes.map(({ successAny }) => Number(successAny))),
        successLast: mean(outcomes.map(({ successLast }) => Number(successLast))),
        meanReturn: mean(outcomes.map((outcome) => outcome.return)),
      })
    } finally {
      env.dispose()
    }
  }
  return {
    suite: suite.id,
    split,
    successAny: mean(tasks.map(({ successAny }) => successAny)),
    successLast: mean(tasks.map(({ successLast }) => successLast)),
    tasks,
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
