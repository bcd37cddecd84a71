// Runs that end without an answer: killed, out of memory, their machine gone. They go on from their checkpoint, unless they
// have died three times without having come any further.

import { statSync } from 'node:fs'
import { join } from 'node:path'
import { sweepLayout } from '../folder/layout.ts'
import { writeFailed } from '../folder/outcome.ts'
import type { PlannedRun } from '../plan/planned.ts'
import { lastLines } from '../worker/run-log.ts'

const MOST = 3

export class Setbacks {
  readonly #out: string
  readonly #seen = new Map<string, { checkpoint: number; times: number }>()

  constructor(out: string) {
    this.#out = out
  }

  /** @param cause in words, such as `killed by SIGKILL` @returns whether to try again; else the run is marked as failed */
  async tryAgain(run: PlannedRun, cause: string): Promise<boolean> {
    const checkpoint = checkpointTime(join(this.#out, run.name))
    const before = this.#seen.get(run.id)
    const times = before?.checkpoint === checkpoint ? before.times + 1 : 1
    this.#seen.set(run.id, { checkpoint, times })
    if (times < MOST) return true
    await this.#fail(run, `${cause}, ${times} times without having come any further`)
    return false
  }

  async #fail({ id }: PlannedRun, message: string): Promise<void> {
    const { failed, logs } = sweepLayout(this.#out)
    await writeFailed(failed, { id, at: new Date().toISOString(), message, lines: lastLines(join(logs, `${id}.log`)) })
  }
}

/** 0 where there is none. */
function checkpointTime(folder: string): number {
  const file = join(folder, 'checkpoints', 'latest.safetensors')
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
}
