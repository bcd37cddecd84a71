// A sweep in a process of its own, which a test may kill as it likes.

import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readPlan } from '../../lab/sweep/folder/plan-file.ts'
import { readResult } from '../../lab/sweep/read-sweep.ts'

const program = fileURLToPath(new URL('../../bin/rapref', import.meta.url))

export interface SweepProcess {
  readonly child: ChildProcess
  /** All that it printed. */
  said(): string
  /** Exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>
}

/** @param words what follows `rapref sweep` */
export function startSweep(words: readonly string[], env: NodeJS.ProcessEnv = process.env): SweepProcess {
  const child = spawn(process.execPath, [program, 'sweep', ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text))
  const ended = new Promise<number | NodeJS.Signals>((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? signal!))
  })
  return { child, said: () => said, ended }
}

/** Processes that work on runs of a sweep now. */
export function workerPids(out: string): number[] {
  const folder = join(out, 'sweep', 'running')
  return [...new Set(names(folder, '.lock').flatMap((name) => pidIn(join(folder, name))))]
}

/** Identities of finished runs. */
export function finishedIds(out: string): string[] {
  return names(join(out, 'sweep', 'finished'), '.json').map((name) => name.slice(0, -'.json'.length))
}

/** What all runs answered, by identity, less what depends on the clock and on where they lie. */
export function answers(out: string): Record<string, unknown> {
  const entries = readPlan(out).runs.map((run) => {
    const { run: _, minutes: __, ...rest } = readResult(out, run)?.summary ?? { run: '', minutes: 0 }
    return [run.id, rest] as const
  })
  return Object.fromEntries(entries)
}

/** How often each run was begun or gone on with. */
export function attempts(out: string): Record<string, number> {
  const folder = join(out, 'sweep', 'logs')
  const count = (name: string) => readFileSync(join(folder, name), 'utf8').match(/^attempt of process/gm)?.length ?? 0
  return Object.fromEntries(names(folder, '.log').map((name) => [name.slice(0, -'.log'.length), count(name)]))
}

/** A lock may be gone again before it is read. */
function pidIn(path: string): number[] {
  try {
    return [(JSON.parse(readFileSync(path, 'utf8')) as { pid: number }).pid]
  } catch {
    return []
  }
}

function names(folder: string, ending: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith(ending))
  } catch {
    return []
  }
}
