// JSON lines: a file of records that only grows, such as metrics.jsonl. A line that a crash has torn is cut off on
// opening, and a line that could not be written whole is taken back.

import { closeSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs'
import { UserError } from '../errors/user-error.ts'
import { systemError } from './system-error.ts'

export interface LineFile<Record extends object> {
  readonly path: string
  /** Bytes so far: where a later `truncate` can return to. */
  readonly size: number
  /** @throws UserError when the system refuses; the lines before stay whole. */
  append(record: Record): void
  /** Forgets what was appended after the file had this size. */
  truncate(size: number): void
  /** Returns when all lines would survive a power cut. */
  sync(): void
  close(): void
}

/** Opens or creates the file for writing. @param torn is told the bytes of a torn last line that was cut off. */
export function openLineFile<Record extends object>(path: string, torn: (bytes: number) => void): LineFile<Record> {
  const file = attempt('open', path, () => openSync(path, 'a+'))
  const content = attempt('read', path, () => readFileSync(path))
  let size = content.lastIndexOf(NEWLINE) + 1
  if (size < content.length) {
    attempt('repair', path, () => ftruncateSync(file, size))
    torn(content.length - size)
  }
  return {
    path,
    get size() {
      return size
    },
    append(record) {
      const bytes = Buffer.from(`${JSON.stringify(record)}\n`)
      try {
        writeWhole(file, bytes)
      } catch (error) {
        ftruncateSync(file, size)
        throw systemError('write to', path, error)
      }
      size += bytes.length
    },
    truncate(to) {
      if (to > size) throw new RangeError(`${path} has ${size} bytes, cannot return to ${to}`)
      attempt('shorten', path, () => ftruncateSync(file, to))
      size = to
    },
    sync: () => attempt('flush', path, () => fsyncSync(file)),
    close: () => closeSync(file),
  }
}

/** All whole lines of a file, parsed; a torn last line is left out. @throws UserError naming a damaged line. */
export function readLines(path: string): unknown[] {
  const lines = attempt('read', path, () => readFileSync(path, 'utf8')).split('\n')
  return lines.slice(0, -1).map((line, index) => {
    try {
      return JSON.parse(line)
    } catch {
      throw new UserError(`${path} line ${index + 1} is damaged: found ${quote(line)}, expected JSON`, 'failed')
    }
  })
}

const NEWLINE = 0x0a

function writeWhole(file: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written)
}

function attempt<T>(doing: string, path: string, act: () => T): T {
  try {
    return act()
  } catch (error) {
    throw systemError(doing, path, error)
  }
}

function quote(line: string): string {
  return JSON.stringify(line.length > 40 ? `${line.slice(0, 40)}...` : line)
}
