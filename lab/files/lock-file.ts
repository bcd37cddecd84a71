// A lock beside a file that one process at a time may write: `<path>.lock` says who has it. A lock whose process is gone
// is taken over.

import { closeSync, mkdirSync, openSync, readFileSync, rmdirSync, unlinkSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { UserError } from '../errors/user-error.ts'
import { systemError } from './system-error.ts'

interface Holder {
  readonly host: string
  readonly pid: number
  /** When that process started, in clock ticks since boot: tells a reused pid apart. Absent where there is no /proc. */
  readonly started?: string
  /** Unique to this taking. */
  readonly token: string
}

export interface Lock {
  /** Removes the lock, if it is still ours. */
  release(): void
}

/**
 * @param token unique to this taking
 * @throws UserError naming the holder when another writer has the lock and may be alive
 */
export function takeLock(path: string, token: string): Lock {
  const lockPath = `${path}.lock`
  const mine: Holder = { host: hostname(), pid: process.pid, started: processStart(process.pid), token }
  if (!create(lockPath, mine)) takeOver(path, lockPath, mine)
  return {
    release: () => {
      if (readHolder(lockPath).holder?.token === token) unlinkSync(lockPath)
    },
  }
}

/** @returns false when a lock is there already. */
function create(lockPath: string, holder: Holder): boolean {
  let file: number
  try {
    file = openSync(lockPath, 'wx')
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw systemError('create', lockPath, error)
  }
  try {
    writeFileSync(file, `${JSON.stringify(holder)}\n`)
  } catch (error) {
    unlinkSync(lockPath)
    throw systemError('write to', lockPath, error)
  } finally {
    closeSync(file)
  }
  return true
}

/** Only who made the guard folder may remove a dead lock, so that two cannot both take it over. */
function takeOver(path: string, lockPath: string, mine: Holder): void {
  const guard = `${lockPath}.takeover`
  try {
    mkdirSync(guard)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw systemError('create', guard, error)
    throw new UserError(
      `${path} is being taken over by another process. If none is running, delete ${guard}.`,
      'failed',
    )
  }
  try {
    removeDeadLock(path, lockPath)
    if (!create(lockPath, mine)) throw heldError(path, lockPath)
  } finally {
    rmdirSync(guard)
  }
}

function removeDeadLock(path: string, lockPath: string): void {
  const { found, holder } = readHolder(lockPath)
  if (!found) return
  if (!holder || mayBeAlive(holder)) throw heldError(path, lockPath, holder)
  unlinkSync(lockPath)
}

function heldError(path: string, lockPath: string, holder?: Holder): UserError {
  const who = holder ? `process ${holder.pid} on ${holder.host}` : 'somebody'
  return new UserError(
    `${path} is being written by ${who}; one writer at a time. Stop it first; if it is not running, delete ${lockPath}.`,
    'failed',
  )
}

function readHolder(lockPath: string): { readonly found: boolean; readonly holder?: Holder } {
  let text: string
  try {
    text = readFileSync(lockPath, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return { found: false }
    throw systemError('read', lockPath, error)
  }
  try {
    const holder = JSON.parse(text) as Holder
    return Number.isInteger(holder.pid) ? { found: true, holder } : { found: true }
  } catch {
    return { found: true }
  }
}

/** A process of another machine cannot be looked up, so it counts as alive. */
function mayBeAlive(holder: Holder): boolean {
  if (holder.host !== hostname()) return true
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    return codeOf(error) !== 'ESRCH'
  }
  return processStart(holder.pid) === holder.started
}

/** Undefined for a process that is gone or only waits to be reaped, and where there is no /proc. */
function processStart(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The second field is the program's name in brackets and may hold spaces; the third is the state, the 22nd the start.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' ? undefined : fields[19]
  } catch {
    return undefined
  }
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code
}
