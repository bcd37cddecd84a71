// What a run says, in a file of its own: all attempts, one after another.

import { closeSync, existsSync, openSync, readFileSync, writeSync } from 'node:fs'
import { systemError } from '../../files/system-error.ts'
import { plainReporter } from '../../reporter/plain.ts'
import type { Reporter } from '../../reporter/reporter.ts'

/** Lines that are shown of a failed run. */
const LAST = 12

export interface RunLog {
  readonly reporter: Reporter
  line(text: string): void
  /** The newest lines. */
  last(): string[]
  close(): void
}

export function openRunLog(path: string): RunLog {
  let file: number
  try {
    file = openSync(path, 'a')
  } catch (error) {
    throw systemError('open', path, error)
  }
  const write = (text: string) => void writeSync(file, text)
  return {
    reporter: plainReporter({ write, now: () => performance.now() }),
    line: (text) => write(`${text}\n`),
    last: () => lastLines(path),
    close: () => closeSync(file),
  }
}

/** None where nothing was said. */
export function lastLines(path: string): string[] {
  if (!existsSync(path)) return []
  return readFileSync(path, 'utf8').trimEnd().split('\n').slice(-LAST)
}
