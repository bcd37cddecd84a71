// Who works on a run: one process at a time, on whatever machine. A claim is a lock that its holder keeps touching; a
// claim whose process is gone, or whose machine has been silent for a minute, is free again.

import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Lock, LockedError, lockCondition, lockHolder, takeLock } from '../../files/lock-file.ts'

/** Seconds between signs of life. */
const HEARTBEAT = 2
/** Seconds without one after which a run counts as stale: far more than training ever keeps a process from answering. */
const SILENCE = 60

export interface Claim {
  /** Whose claim it was before, if that process died. */
  readonly former: Lock['former']
  release(): void
}

/** @returns undefined when somebody else works on the run */
export function claimRun(folder: string, id: string): Claim | undefined {
  let lock: Lock
  try {
    lock = takeLock(join(folder, id), randomBytes(4).toString('hex'), { silence: SILENCE })
  } catch (error) {
    if (error instanceof LockedError) return undefined
    throw error
  }
  const heartbeat = setInterval(() => lock.touch(), HEARTBEAT * 1000)
  heartbeat.unref()
  return {
    former: lock.former,
    release() {
      clearInterval(heartbeat)
      lock.release()
    },
  }
}

/** `free` also where a dead process has it. */
export type Holding = 'alive' | 'silent' | 'free'

/** @param now milliseconds since 1970 */
export function lookAtClaim(folder: string, id: string, now: number): Holding {
  const condition = lockCondition(join(folder, id), SILENCE, now)
  return condition === 'alive' || condition === 'silent' ? condition : 'free'
}

/** The run's own locks that a dead machine has left: a process of another machine cannot be asked whether it lives. */
export function removeLocksOf({ former }: Claim, runFolder: string): void {
  if (former === undefined) return
  for (const file of ['metrics.jsonl', 'labels.jsonl']) {
    const path = join(runFolder, file)
    const holder = lockHolder(path)
    if (holder?.host === former.host && holder.pid === former.pid) rmSync(`${path}.lock`, { force: true })
  }
}
