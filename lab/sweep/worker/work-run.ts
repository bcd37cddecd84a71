// One planned run, by whichever process claims it: begun, gone on with, or only tidied up when it was already over.

import { existsSync, rmSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { claimRun, removeLocksOf } from '../folder/claim.ts'
import { sweepLayout } from '../folder/layout.ts'
import { readFinished, writeFailed, writeFinished } from '../folder/outcome.ts'
import { learnRun } from './learn-run.ts'
import { openRunLog, type RunLog } from './run-log.ts'
import type { WorkOptions } from './work-options.ts'

/** `taken`: another process works on it. */
export type Ending = 'finished' | 'failed' | 'interrupted' | 'taken'

/** Never throws for what a run does: that ends in `failed`, with its last lines kept. */
export async function workRun(options: WorkOptions): Promise<Ending> {
  const { out, run } = options
  const { running, finished } = sweepLayout(out)
  const claim = claimRun(running, run.id)
  if (claim === undefined) return 'taken'
  try {
    const folder = join(out, run.name)
    if (existsSync(folder) && readFinished(finished, run.id)) return 'finished'
    removeLocksOf(claim, folder)
    return await attempt(options)
  } finally {
    claim.release()
  }
}

async function attempt(options: WorkOptions): Promise<Ending> {
  const { out, run } = options
  const { logs, failed, finished } = sweepLayout(out)
  const log = openRunLog(join(logs, `${run.id}.log`))
  log.line(`attempt of process ${process.pid} on ${hostname()}, ${new Date().toISOString()}`)
  rmSync(join(failed, `${run.id}.json`), { force: true })
  try {
    const summary = await learnRun({ ...options, log })
    await writeFinished(finished, { id: run.id, at: new Date().toISOString(), summary })
    return 'finished'
  } catch (error) {
    return await unfinished(error, { ...options, log })
  } finally {
    log.close()
  }
}

async function unfinished(error: unknown, { out, run, signal, log }: WorkOptions & { log: RunLog }): Promise<Ending> {
  log.line(explain(error))
  if (signal.aborted) return 'interrupted'
  const message = (error instanceof Error ? error.message : String(error)).replaceAll('\n', ' ')
  const { failed } = sweepLayout(out)
  await writeFailed(failed, { id: run.id, at: new Date().toISOString(), message, lines: log.last() })
  return 'failed'
}

/** Named errors are for people; what is not is a fault in this program and brings its stack. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return ['Error', 'TypeError', 'RangeError', 'ReferenceError'].includes(error.name) ? `${error.stack}` : error.message
}
