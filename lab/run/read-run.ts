// Reads a run folder without writing to it: for eval, report and resume.

import { existsSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { loadConfig } from '../config/load.ts'
import type { Config } from '../config/schema.ts'
import { UserError } from '../errors/user-error.ts'
import { readLines } from '../files/line-file.ts'
import { systemError } from '../files/system-error.ts'
import { type RunMeta, runMetaSchema } from './meta.ts'
import { type Measured, sortMetrics } from './metrics.ts'

export interface RunRecord {
  readonly name: string
  readonly path: string
  readonly config: Config
  readonly meta: RunMeta
  readonly measured: Measured
}

/** @throws UserError when there is no run, or one that is damaged. */
export function readRun(path: string): RunRecord {
  const metaPath = join(path, 'meta.json')
  if (!existsSync(metaPath)) {
    throw new UserError(`found no run in ${path} (no meta.json); expected a run folder such as runs/first-try`)
  }
  const metricsPath = join(path, 'metrics.jsonl')
  return {
    name: basename(resolve(path)),
    path,
    config: loadConfig({ from: join(path, 'config.yaml') }).config,
    meta: readMeta(metaPath),
    measured: sortMetrics(existsSync(metricsPath) ? readLines(metricsPath) : []),
  }
}

function readMeta(path: string): RunMeta {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    throw systemError('read', path, error)
  }
  try {
    return runMetaSchema.parse(JSON.parse(text))
  } catch {
    throw new UserError(`${path} is damaged; expected what rapref wrote when the run began`, 'failed')
  }
}
