// Looks for runs in a folder of runs.

import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../errors/user-error.ts'
import { readRun } from './read-run.ts'

/** The unfinished run in which something was measured last. @throws UserError where there is none. */
export function newestUnfinished(folder: string): string {
  const paths = runFolders(folder).sort((a, b) => lastMeasured(b) - lastMeasured(a))
  const found = paths.find((path) => readRun(path).measured.final === undefined)
  if (found !== undefined) return found
  throw new UserError(`found no unfinished run in ${folder}; to begin one, type: rapref train quickstart`)
}

function runFolders(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => existsSync(join(path, 'meta.json')))
}

function lastMeasured(path: string): number {
  const metrics = join(path, 'metrics.jsonl')
  return existsSync(metrics) ? statSync(metrics).mtimeMs : 0
}
