// What the answers of runs were like: how many stand, how many say that two clips are equal or cannot be told, and what a
// reward model made of them.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseLog } from '../../../rewards/preference/log-lines.ts'
import { median } from '../../statistics/quantile.ts'
import { finishedRuns, type Study } from './study.ts'

export interface LabelCounts {
  readonly condition: string
  readonly runs: number
  /** Who answered, as the logs name them. */
  readonly by: readonly string[]
  /** Of all runs together. */
  readonly answers: number
  readonly equal: number
  readonly skipped: number
  /** Medians over runs; null where no run measured it. */
  readonly heldOutAccuracy: number | null
  readonly rankCorrelation: number | null
}

/** None for conditions whose finished runs asked nobody. */
export function labelCounts(study: Study): LabelCounts[] {
  return study.conditions.flatMap((condition): LabelCounts[] => {
    const runs = finishedRuns(study).filter((run) => run.condition === condition)
    const answers = runs.flatMap(({ path }) => answersOf(path))
    if (answers.length === 0) return []
    const told = (answer: string) => answers.filter((each) => each.answer === answer).length
    const middle = (key: 'heldOutLabelAccuracy' | 'rewardSpearman') => {
      const values = runs.flatMap(({ record }) => record.measured.final![key] ?? [])
      return values.length > 0 ? median(values) : null
    }
    return [
      {
        ...{ condition, runs: runs.length, answers: answers.length, equal: told('equal'), skipped: told('skip') },
        by: [...new Set(answers.map(({ by }) => by))].sort(),
        heldOutAccuracy: middle('heldOutLabelAccuracy'),
        rankCorrelation: middle('rewardSpearman'),
      },
    ]
  })
}

function answersOf(path: string) {
  const file = join(path, 'labels.jsonl')
  return existsSync(file) ? [...parseLog(readFileSync(file), file).answers.values()] : []
}
