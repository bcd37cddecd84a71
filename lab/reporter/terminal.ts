// A panel on a terminal, redrawn in place; what is said once stays above it.

import type { Progress } from '../../viewer/protocol/run.ts'
import { type ProgressWords, progressWords } from './progress-words.ts'
import type { Reporter } from './reporter.ts'
import type { Style } from './style.ts'

export interface TerminalReporterOptions {
  readonly write: (text: string) => void
  /** Milliseconds. */
  readonly now: () => number
  /** Width of the terminal, asked at each drawing. */
  readonly columns: () => number
  readonly style: Style
}

const redrawMilliseconds = 100
const barCells = 24

export function terminalReporter({ write, now, columns, style }: TerminalReporterOptions): Reporter {
  let drawnLines = 0
  let drawnAt = Number.NEGATIVE_INFINITY
  let phase: string | undefined
  let latest: Progress | undefined

  function erase(): string {
    const up = drawnLines === 0 ? '' : `\x1b[${drawnLines}A\x1b[0J`
    drawnLines = 0
    return up
  }

  function draw(): string {
    if (phase === undefined) return ''
    const lines = panel(phase, latest, columns()).map(([name, said]) => `  ${style.faint(name)}${said}`)
    drawnLines = lines.length
    drawnAt = now()
    return lines.map((line) => `${line}\n`).join('')
  }

  return {
    report(event) {
      switch (event.kind) {
        case 'phase':
          phase = event.name
          return write(erase() + draw())
        case 'note':
          return write(`${erase()}  ${event.text}\n${draw()}`)
        case 'done':
          phase = undefined
          return write(erase())
        case 'progress':
          phase = event.phase
          latest = event
          if (now() - drawnAt >= redrawMilliseconds) write(erase() + draw())
      }
    },
  }
}

const nameCells = 20

/** Rows of a padded name and what is known. */
function panel(phase: string, progress: Progress | undefined, columns: number): [name: string, said: string][] {
  const { done, steps, labels, accuracy, success, left } = progress ? progressWords(progress) : nothingYet
  const rows = [
    [phase, [done === undefined ? undefined : bar(done), steps]],
    ['teacher', [labels, accuracy]],
    ['policy', [success]],
    ['time', [left]],
  ] as const
  return rows.flatMap(([name, parts], row): [string, string][] => {
    const said = parts.filter((part) => part !== undefined).join('   ')
    if (said === '' && row > 0) return []
    // A line that wraps would be two lines, and the next redraw would leave one behind.
    return [[name.slice(0, nameCells - 2).padEnd(nameCells), said.slice(0, Math.max(0, columns - nameCells - 3))]]
  })
}

const nothingYet: Partial<ProgressWords> = {}

function bar(done: number): string {
  const full = Math.round(done * barCells)
  return '█'.repeat(full) + '░'.repeat(barCells - full)
}
