// What is kept of a run that is over: one small file each, so that a table of thousands needs no run folder.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { UserError } from '../../errors/user-error.ts'
import { writeAtomic } from '../../files/write-atomic.ts'
import { runSummarySchema } from '../../run/summary.ts'

const finishedSchema = z.object({
  id: z.string(),
  /** When, as ISO 8601. */
  at: z.string(),
  /** What `rapref train --json` answers. */
  summary: runSummarySchema,
})

const failedSchema = z.object({
  id: z.string(),
  at: z.string(),
  /** In one line. */
  message: z.string(),
  /** The last lines that it said. */
  lines: z.array(z.string()),
})

export type FinishedRun = z.output<typeof finishedSchema>
export type FailedRun = z.output<typeof failedSchema>

export function writeFinished(folder: string, run: FinishedRun): Promise<void> {
  return writeAtomic(join(folder, `${run.id}.json`), `${JSON.stringify(run)}\n`)
}

export function writeFailed(folder: string, run: FailedRun): Promise<void> {
  return writeAtomic(join(folder, `${run.id}.json`), `${JSON.stringify(run)}\n`)
}

/** @returns undefined where the run has not finished */
export const readFinished = (folder: string, id: string) => readOutcome(folder, id, finishedSchema)

/** @returns undefined where the run has not failed */
export const readFailed = (folder: string, id: string) => readOutcome(folder, id, failedSchema)

function readOutcome<Value>(folder: string, id: string, schema: z.ZodType<Value>): Value | undefined {
  const path = join(folder, `${id}.json`)
  if (!existsSync(path)) return undefined
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    throw new UserError(`${path} is damaged; delete it, and rapref sweep looks at the run's own folder again`, 'failed')
  }
}
