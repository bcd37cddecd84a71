// A lock beside a file that one process at a time may write: `<path>.lock` says who has it. A lock whose process is gone
// is taken over; where many machines share the files, so is one of another machine that nobody has touched for long.

import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmdirSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { UserError } from '../errors/user-error.ts'
import { systemError } from './system-error.ts'

export interface Holder {
  readonly host: string
  readonly pid: number
  /** When that process started, in clock ticks since boot: tells a reused pid apart. Absent where there is no /proc. */
  readonly started?: string
  /** Unique to this taking. */
  readonly token: string
}

export interface Lock {
  /** Whose dead lock it was before. */
  readonly former: Holder | undefined
  /** A sign of life for other machines. @returns whether the lock is still ours */
  touch(): boolean
  /** Removes the lock, if it is still ours. */
  release(): void
}

export interface LockLife {
  /** Seconds without a touch after which a lock of another machine is dead. Default never. */
  readonly silence?: number
}

/**
 * @param token unique to this taking
 * @throws LockedError naming the holder when another writer has the lock and may be alive
 */
export function takeLock(path: string, token: string, { silence = Number.POSITIVE_INFINITY }: LockLife = {}): Lock {
  const lockPath = `${path}.lock`
  const mine: Holder = { host: hostname(), pid: process.pid, started: processStart(process.pid), token }
  const former = create(lockPath, mine) ? undefined : takeOver(path, lockPath, mine, silence)
  const ours = () => readHolder(lockPath).holder?.token === token
  return {
    former,
    touch() {
      const now = new Date()
      try {
        if (!ours()) return false
        utimesSync(lockPath, now, now)
        return true
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return false
        throw systemError('touch', lockPath, error)
      }
    },
    release: () => {
      if (ours()) unlinkSync(lockPath)
    },
  }
}

/**
 * - `free`: there is none
 * - `alive`: its process runs, or did so lately where it is another machine's
 * - `silent`: nobody touched it for long, and its process may run all the same
 * - `dead`: its process is gone
 */
export type LockCondition = 'free' | 'alive' | 'silent' | 'dead'

/** Looks at a lock without taking it. @param now milliseconds since 1970 */
export function lockCondition(path: string, silence: number, now: number): LockCondition {
  const lockPath = `${path}.lock`
  const { found, holder } = readHolder(lockPath)
  if (!found) return 'free'
  if (holder && !mayBeAlive(holder)) return 'dead'
  return silentFor(lockPath, now) > silence ? 'silent' : 'alive'
}

/** Another process has the lock. */
export class LockedError extends UserError {
  constructor(message: string) {
    super(message, 'failed')
    this.name = 'LockedError'
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

/** Taking over is a matter of milliseconds. */
const TAKEOVER_SECONDS = 30

/** Only who made the guard folder may remove a dead lock, so that two cannot both take it over. */
function takeOver(path: string, lockPath: string, mine: Holder, silence: number): Holder | undefined {
  const guard = `${lockPath}.takeover`
  // Whoever made it may have been killed within these few lines.
  if (silentFor(guard, Date.now()) > TAKEOVER_SECONDS) rmdirSync(guard)
  try {
    mkdirSync(guard)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw systemError('create', guard, error)
    throw new LockedError(`${path} is being taken over by another process; try again in a minute.`)
  }
  try {
    const former = removeDeadLock(path, lockPath, silence)
    if (!create(lockPath, mine)) throw heldError(path, lockPath)
    return former
  } finally {
    rmdirSync(guard)
  }
}

function removeDeadLock(path: string, lockPath: string, silence: number): Holder | undefined {
  const { found, holder } = readHolder(lockPath)
  if (!found) return undefined
  const elsewhere = holder?.host !== hostname()
  const abandoned = elsewhere && silentFor(lockPath, Date.now()) > silence
  if (!abandoned && (!holder || mayBeAlive(holder))) throw heldError(path, lockPath, holder)
  unlinkSync(lockPath)
  return holder
}

/** Seconds since a lock was taken or touched, or a guard was made. */
function silentFor(lockPath: string, now: number): number {
  const taken = statSync(lockPath, { throwIfNoEntry: false })
  return taken ? (now - taken.mtimeMs) / 1000 : 0
}

function heldError(path: string, lockPath: string, holder?: Holder): LockedError {
  const who = holder ? `process ${holder.pid} on ${holder.host}` : 'somebody'
  return new LockedError(
    `${path} is being written by ${who}; one writer at a time. Stop it first; if it is not running, delete ${lockPath}.`,
  )
}

/** Who has the lock beside a file, if anybody. */
export function lockHolder(path: string): Holder | undefined {
  return readHolder(`${path}.lock`).holder
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
