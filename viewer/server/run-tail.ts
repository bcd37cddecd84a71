// How a run stands, from the last lines of its metrics.jsonl alone: cheap enough for ten thousand runs.

import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import type { RunState, Scores } from '../protocol/run.ts'
import { stateOf } from './run-view.ts'

export interface RunTail {
  /** Undefined while the run has not said how it ended. */
  readonly ended: RunState | undefined
  readonly note: string | null
  readonly scores: Scores | null
}

/** The end of a finished run fits into the first, and lines of any length into the second. */
const bytesRead = [4096, 65_536] as const

const nothing: RunTail = { ended: undefined, note: null, scores: null }

/** A file that is not there says nothing. */
export function readRunTail(file: string): RunTail {
  const handle = openIfThere(file)
  if (handle === undefined) return nothing
  try {
    const { size } = fstatSync(handle)
    for (const bytes of bytesRead) {
      const tail = foldBackwards(linesFrom(handle, size, bytes))
      if (tail.scores !== null || size <= bytes) return tail
    }
    return nothing
  } finally {
    closeSync(handle)
  }
}

const buffer = Buffer.alloc(bytesRead[1])

/** Whole lines, newest first. */
function linesFrom(handle: number, size: number, bytes: number): readonly string[] {
  const start = Math.max(0, size - bytes)
  const read = readSync(handle, buffer, 0, Math.min(bytes, size), start)
  const lines = buffer.toString('utf8', 0, read).split('\n').slice(0, -1)
  return (start === 0 ? lines : lines.slice(1)).reverse()
}

/** The newest word counts; older lines fill in what it leaves open. */
function foldBackwards(lines: readonly string[]): RunTail {
  let ended: RunState | undefined
  let note: string | null = null
  let scores: Scores | null = null
  for (const [i, line] of lines.entries()) {
    // The longest of lines, which holds nothing for a summary.
    if (line.startsWith('{"kind":"correlation"')) continue
    const said = read(line)
    if (i === 0 && said.kind === 'end') {
      ended = stateOf[said.outcome as keyof typeof stateOf]
      note = typeof said.note === 'string' ? said.note : null
    }
    if (said.kind === 'final') return { ended, note, scores: scoresIn(said) }
    if (said.kind === 'progress') return { ended, note, scores: scoresIn(said) }
    if (said.kind === 'evaluation') scores ??= scoresIn(said)
    if (said.kind === 'begin') break
  }
  return { ended, note, scores }
}

function scoresIn(said: Readonly<Record<string, unknown>>): Scores {
  const number = (name: string) => (typeof said[name] === 'number' ? said[name] : null)
  const seconds = number('seconds')
  return {
    steps: number('steps') ?? 0,
    labels: number('labels') ?? 0,
    minutes: number('minutes') ?? (seconds && seconds / 60),
    success: number('success'),
    rewardAccuracy: number('heldOutLabelAccuracy') ?? number('rewardAccuracy'),
    rewardSpearman: number('rewardSpearman'),
  }
}

function read(line: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

function openIfThere(file: string): number | undefined {
  try {
    return openSync(file, 'r')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
