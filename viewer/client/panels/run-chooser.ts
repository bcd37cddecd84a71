// The list from which runs are chosen: grouped, filtered by typing, usable with thousands of them.

import type { RunSummary } from '../../protocol/run.ts'
import type { Side } from '../compare/choice.ts'
import { element, setText } from '../dom/element.ts'
import { count } from '../dom/format.ts'
import { createVirtualList } from '../lists/virtual-list.ts'
import { type ChooserRow, chooserRows } from '../runs/chooser-rows.ts'
import { filterRuns } from '../runs/query.ts'
import { createRunRow, showRunRow } from './run-row.ts'

export interface RunChooser {
  readonly root: HTMLElement
  showRuns(runs: readonly RunSummary[], coming: number): void
  showWatched(watched: Readonly<Record<Side, string | undefined>>): void
  /** Puts the focus where a person types. */
  focus(): void
}

interface RunChooserOptions {
  /** A run for both sides, or for one of them. */
  readonly onWatch: (run: string, side?: Side) => void
  readonly onClose: () => void
}

const rowHeight = 34

export function createRunChooser({ onWatch, onClose }: RunChooserOptions): RunChooser {
  const turned = new Set<string>()
  let runs: readonly RunSummary[] = []
  let coming = 0
  let watched: Readonly<Record<Side, string | undefined>> = { left: undefined, right: undefined }
  const filter = element('input', {
    type: 'search',
    'aria-label': 'Filter runs',
    placeholder: 'Filter, as in: push failed',
  })
  const found = element('p', { class: 'found', role: 'status' })
  const close = element('button', { type: 'button', class: 'text-button' }, 'Close')
  const list = createVirtualList<ChooserRow>({
    label: 'Runs',
    kind: 'tree',
    rowHeight,
    keyOf: (row) => row.key,
    createRow: createRunRow,
    showRow: (row, shown) => showRunRow(row, shown, watched),
    onChoose(row, part) {
      if (row.kind === 'run') onWatch(row.run.id, part as Side | undefined)
      else if (row.kind === 'configuration') turn(row.key)
    },
    onKey(key, row) {
      if (row.kind === 'configuration' && (key === 'ArrowRight' || key === 'ArrowLeft')) {
        if (row.open !== (key === 'ArrowRight')) turn(row.key)
        return true
      }
      if (row.kind === 'run' && (key === 'ArrowLeft' || key === 'ArrowRight')) {
        onWatch(row.run.id, key === 'ArrowLeft' ? 'left' : 'right')
        return true
      }
      return false
    },
  })
  filter.addEventListener('input', draw)
  close.addEventListener('click', onClose)

  function turn(key: string): void {
    if (!turned.delete(key)) turned.add(key)
    draw()
  }

  function draw(): void {
    const shown = filterRuns(runs, filter.value)
    list.setRows(chooserRows(shown, { turned }))
    const all = runs.length === shown.length ? '' : ` of ${count(runs.length)}`
    const more = coming === 0 ? '' : `, ${count(coming)} to come`
    setText(found, `${count(shown.length)}${all} ${runs.length === 1 ? 'run' : 'runs'}${more}`)
  }

  const head = element('div', { class: 'chooser-head' }, element('h2', {}, 'Runs'), found, close)
  const hint = element('p', { class: 'hint' }, 'Choose one for both sides, or with L and R a run for each.')

  return {
    root: element('section', { class: 'chooser card', 'aria-label': 'Run chooser' }, head, filter, list.root, hint),
    showRuns(next, stillComing) {
      runs = next
      coming = stillComing
      draw()
    },
    showWatched(next) {
      watched = next
      list.redraw()
    },
    focus: () => filter.focus(),
  }
}
