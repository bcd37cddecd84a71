// Who made a run and with what: meta.json, written before anything is learned.

import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { packageVersion } from '../../viewer/server/package-version.ts'
import { machineSchema, thisMachine } from './machine.ts'

const packageRoot = fileURLToPath(new URL('../../', import.meta.url))

export const runMetaSchema = z.object({
  task: z.string(),
  method: z.string(),
  seed: z.number(),
  /** Of this package, and the commit of its checkout; `+` marks changed files. */
  version: z.string(),
  commit: z.string().nullable(),
  /** The physics build: recordings of another build differ. */
  engine: z.string(),
  /** What computed it, such as `cpu`. */
  executors: z.array(z.string()),
  node: z.string(),
  machine: machineSchema,
  started: z.string(),
  /** What was typed. */
  command: z.string(),
  /** What the configuration started from, such as `preset quickstart`. */
  source: z.string(),
})

export type RunMeta = z.output<typeof runMetaSchema>

/** What only the caller knows. */
export type RunOrigin = Pick<
  RunMeta,
  'task' | 'method' | 'seed' | 'engine' | 'executors' | 'started' | 'command' | 'source'
>

export function collectMeta(origin: RunOrigin): RunMeta {
  return {
    ...origin,
    version: packageVersion(),
    commit: commit(),
    node: process.version,
    machine: thisMachine(),
  }
}

/** Of this package's own checkout; an installed copy has none. */
function commit(): string | null {
  if (!existsSync(`${packageRoot}.git`)) return null
  try {
    const changed = git('status', '--porcelain', '--untracked-files=no') !== ''
    return `${git('rev-parse', '--short=12', 'HEAD')}${changed ? '+' : ''}`
  } catch {
    return null
  }
}

function git(...args: string[]): string {
  return execFileSync('git', ['-C', packageRoot, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim()
}
