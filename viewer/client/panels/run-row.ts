// A row of the run chooser: how the run stands, what it is, how well it does, and on which sides it is shown.

import { type Side, sides } from '../compare/choice.ts'
import { element, setAttributes, setText } from '../dom/element.ts'
import { count, percent } from '../dom/format.ts'
import type { ChooserRow } from '../runs/chooser-rows.ts'
import { meanSuccess, statesText } from '../runs/groups.ts'

type Watched = Readonly<Record<Side, string | undefined>>

export function createRunRow(): HTMLElement {
  return element(
    'div',
    { class: 'run-row', role: 'treeitem' },
    element('i', { class: 'state', 'aria-hidden': 'true' }),
    element('span', { class: 'run-text' }),
    element('span', { class: 'spoken' }),
    element('span', { class: 'run-score', 'aria-hidden': 'true' }),
    ...sides.map((side) =>
      element(
        'span',
        { class: `side-button ${side}`, 'data-part': side, 'aria-hidden': 'true', title: `Show on the ${side}` },
        side === 'left' ? 'L' : 'R',
      ),
    ),
  )
}

export function showRunRow(made: HTMLElement, row: ChooserRow, watched: Watched): void {
  const [state, text, spoken, score, ...buttons] = made.children as unknown as HTMLElement[]
  const shownOn = sides.filter((side) => row.kind === 'run' && watched[side] === row.run.id)
  made.dataset.kind = row.kind
  made.dataset.level = String(row.kind === 'run' ? row.level : row.kind === 'configuration' ? 2 : 1)
  state!.dataset.state = row.kind === 'run' ? row.run.state : ''
  setText(state!, row.kind === 'configuration' ? (row.open ? '▾' : '▸') : '')
  setText(text!, row.text)
  setText(spoken!, spokenText(row, shownOn))
  setText(score!, scoreText(row))
  for (const [i, side] of sides.entries()) {
    setAttributes(buttons[i]!, { hidden: row.kind !== 'run' })
    buttons[i]!.classList.toggle('on', shownOn.includes(side))
  }
  setAttributes(made, {
    'aria-level': made.dataset.level,
    'aria-expanded': row.kind === 'configuration' ? String(row.open) : undefined,
    'aria-selected': row.kind === 'run' ? String(shownOn.length > 0) : undefined,
    title: row.kind === 'run' ? [row.run.id, row.run.note].filter(Boolean).join(': ') : row.text,
  })
}

function scoreText(row: ChooserRow): string {
  if (row.kind === 'heading') return count(row.runs.length)
  const success = meanSuccess(runsOf(row))
  return success === undefined ? '' : percent(success)
}

/** What colours and places say, for who listens. */
function spokenText(row: ChooserRow, shownOn: readonly Side[]): string {
  const success = meanSuccess(runsOf(row))
  const parts = [
    row.kind === 'run' ? row.run.id : undefined,
    statesText(runsOf(row)),
    success === undefined ? undefined : `success ${percent(success)}`,
    shownOn.length === 0 ? undefined : `shown ${shownOn.join(' and ')}`,
  ]
  return ` ${parts.filter((part) => part !== undefined).join(', ')}`
}

function runsOf(row: ChooserRow) {
  return row.kind === 'run' ? [row.run] : row.runs
}
