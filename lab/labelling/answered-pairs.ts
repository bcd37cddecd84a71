// What was known of the segments that a run's answers are about: the terms of the task, read from the run's folder.

import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Evidence } from '../../rewards/contract.ts'
import { parseLog } from '../../rewards/preference/log-lines.ts'
import { labelValue } from '../../rewards/preference/preference.ts'
import type { AnsweredPair } from '../../rewards/rules/select.ts'
import { EvidenceStore } from '../../rewards/teachers/evidence-store.ts'
import { UserError } from '../errors/user-error.ts'
import { RoundJournal } from '../training/journal.ts'
import { episodeId } from '../training/preferences.ts'

export interface AnsweredPairs {
  /** Answers that prefer one of two segments. */
  readonly pairs: readonly AnsweredPair[]
  /** Names of all terms and traces that the segments have. */
  readonly series: readonly string[]
}

/** @param path a run's folder. @throws UserError where nothing was answered, or nobody kept what the answers are about */
export async function answeredPairs(path: string): Promise<AnsweredPairs> {
  const labels = join(path, 'labels.jsonl')
  if (!existsSync(labels)) throw new UserError(`found no labels.jsonl in ${path}; expected a run with answers`)
  const answers = [...parseLog(readFileSync(labels), labels).answers.values()]
  const preferred = answers.flatMap(({ first, second, answer }) => {
    const label = labelValue(answer)
    return label === 1 || label === 0 ? [{ first, second, label } as const] : []
  })
  if (preferred.length === 0) throw new UserError(`${labels} has no answer that prefers one of two segments`)
  const wanted = new Set(preferred.flatMap(({ first, second }) => [first.episode, second.episode]))
  const evidence = await readEvidence(join(path, 'checkpoints', 'rounds.bin'), wanted)
  const pairs = preferred.map(({ first, second, label }) => ({
    first: evidence.segment(first),
    second: evidence.segment(second),
    label,
  }))
  const { terms, traces } = pairs[0]!.first
  return { pairs, series: [...Object.keys(terms), ...Object.keys(traces ?? {})] }
}

async function readEvidence(file: string, wanted: ReadonlySet<string>): Promise<EvidenceStore> {
  if (!existsSync(file)) throw new UserError(`found no ${file}; expected what the run gathered, as it keeps it itself`)
  const store = new EvidenceStore({ capacity: Number.MAX_SAFE_INTEGER })
  const journal = await RoundJournal.open(file, statSync(file).size)
  try {
    for await (const { round, behaviour } of journal.entries()) {
      for (const [world, seed] of round.seeds.entries()) {
        const id = episodeId(behaviour, seed, world)
        const evidence: Evidence = round.evidence[world]!
        if (wanted.has(id)) store.add(id, evidence)
      }
    }
    return store
  } finally {
    await journal.close()
  }
}
