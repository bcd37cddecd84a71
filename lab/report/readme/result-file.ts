// Results that are kept with the code: what the tables of the README are made of. One file a question, every run in it.

import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { UserError } from '../../errors/user-error.ts'
import { readText } from '../../files/read-text.ts'
import { finishedRuns, type Study } from '../study/study.ts'

const resultRun = z.strictObject({
  condition: z.string(),
  task: z.string(),
  seed: z.number(),
  success: z.number(),
  successInterval: z.tuple([z.number(), z.number()]),
  labels: z.number(),
  steps: z.number(),
  minutes: z.number(),
})

const resultFile = z.strictObject({
  question: z.string(),
  /** Versions of Rapref that made the runs. */
  versions: z.array(z.string()),
  /** Runs that failed or were not finished when this was written. */
  unfinished: z.number(),
  runs: z.array(resultRun).min(1),
})

export type ResultRun = z.output<typeof resultRun>
export type ResultFile = z.output<typeof resultFile>

/** @throws UserError where no run has finished */
export function resultFileOf(study: Study): ResultFile {
  const finished = finishedRuns(study)
  if (finished.length === 0)
    throw new UserError(`no run in ${study.folders.join(', ')} has finished; expected at least one`)
  const version = ({ record: { meta } }: (typeof finished)[number]) =>
    meta.version + (meta.commit ? ` ${meta.commit}` : '')
  return {
    question: study.question,
    versions: [...new Set(finished.map(version))].sort(),
    unfinished: study.runs.length - finished.length,
    runs: finished.map(({ condition, task, seed, record }) => {
      const { success, successInterval, labels, steps, minutes } = record.measured.final!
      return {
        condition,
        task,
        seed,
        success,
        successInterval,
        labels,
        steps,
        minutes: Math.round(minutes * 100) / 100,
      }
    }),
  }
}

/** One run a line, so that a change shows as what it is. */
export function renderResultFile({ runs, ...about }: ResultFile): string {
  const head = JSON.stringify(about, null, 2).replace(/\n\}$/, '')
  return `${head},\n  "runs": [\n${runs.map((run) => `    ${JSON.stringify(run)}`).join(',\n')}\n  ]\n}\n`
}

/** All of a folder, by name. @throws UserError naming a damaged one */
export function readResultFiles(folder: string): ReadonlyMap<string, ResultFile> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return new Map(names.sort().map((name) => [basename(name, '.json'), readResultFile(join(folder, name))]))
}

function readResultFile(path: string): ResultFile {
  try {
    return resultFile.parse(JSON.parse(readText(path)))
  } catch (error) {
    if (error instanceof UserError) throw error
    throw new UserError(
      `${path} is no file of results; write it again: rapref report <folder> --results ${path}`,
      'failed',
    )
  }
}
