// Who answered in a run, and how good the answers of people are: read from its folder, written nowhere.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseLog } from '../../rewards/preference/log-lines.ts'
import { type LabelQuality, labelQuality } from '../../rewards/quality/summary.ts'
import { wilsonInterval } from '../statistics/wilson.ts'
import { readingOracle } from './reading-oracle.ts'

export interface RunQuality {
  /** `person:<name>` or `teacher:<name>`, and how many answers that stand are theirs. */
  readonly sources: readonly { readonly by: string; readonly answers: number }[]
  readonly quality: LabelQuality
}

/** @returns undefined where no person has answered */
export function readRunQuality(path: string): RunQuality | undefined {
  const file = join(path, 'labels.jsonl')
  if (!existsSync(file)) return undefined
  const answers = [...parseLog(readFileSync(file), file).answers.values()]
  if (!answers.some(({ by }) => by.startsWith('person:'))) return undefined
  const counts = new Map<string, number>()
  for (const { by } of answers) counts.set(by, (counts.get(by) ?? 0) + 1)
  const oracle = readingOracle((episode) => join(path, 'recordings', `${episode}.rec`))
  return {
    sources: [...counts].map(([by, count]) => ({ by, answers: count })),
    quality: labelQuality(answers, { interval: wilsonInterval, oracle }),
  }
}
