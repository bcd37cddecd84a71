// A panel on a terminal, redrawn in place; what is said once stays above it.

import type { Progress } from '../../viewer/protocol/run.ts'
import { progressWords } from './progress-words.ts'
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
  let latest: Progress | undefined

  function erase(): string {
    const up = drawnLines === 0 ? '' : `\x1b[${drawnLines}A\x1b[0J`
    drawnLines = 0
    return up
  }

  function draw(): string {
    if (latest === undefined) return ''
    const lines = panel(latest, style, columns())
    drawnLines = lines.length
    drawnAt = now()
    return lines.map((line) => `${line}\n`).join('')
  }

  return {
    report(event) {
      switch (event.kind) {
        case 'phase':
          return write(`${erase()}${style.strong(event.name)}\n${draw()}`)
        case 'note':
          return write(`${erase()}  ${event.text}\n${draw()}`)
        case 'done':
          latest = undefined
          return write(erase())
        case 'progress':
          latest = event
          if (now() - drawnAt >= redrawMilliseconds) write(erase() + draw())
      }
    },
  }
}

function panel(progress: Progress, style: Style, columns: number): string[] {
  const { done, steps, labels, accuracy, success, left } = progressWords(progress)
  const rows = [
    [progress.phase, [done === undefined ? undefined : bar(done), steps]],
    ['teacher', [labels, accuracy]],
    ['policy', [success, left]],
  ] as const
  return rows.flatMap(([name, parts]) => {
    const said = parts.filter((part) => part !== undefined).join('   ')
    if (said === '') return []
    // A line that wraps would be two lines, and the next redraw would leave one behind.
    const text = said.slice(0, Math.max(0, columns - 15))
    return [`  ${style.faint(name.slice(0, 12).padEnd(12))}${text}`]
  })
}

function bar(done: number): string {
  const full = Math.round(done * barCells)
  return '█'.repeat(full) + '░'.repeat(barCells - full)
}
