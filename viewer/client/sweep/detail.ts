// The chosen run: what it is, how it went, its policy at work, and the way to where it is compared.

import type { RunSummary } from '../../protocol/run.ts'
import { element, fill, setAttributes } from '../dom/element.ts'
import { addressOf } from '../watch/address.ts'
import type { Column } from './columns.ts'

export interface Detail {
  readonly root: HTMLElement
  /** Where its policy is drawn. */
  readonly preview: HTMLElement
  show(run: RunSummary | undefined, columns: readonly Column[]): void
}

export function createDetail(preview: HTMLElement): Detail {
  const facts = element('dl', { class: 'settings' })
  const name = element('h2', {}, 'No run chosen')
  const note = element('p', { class: 'note', hidden: true })
  const watch = element('a', { class: 'watch-link', hidden: true }, 'Watch and compare')
  const hint = element('p', { class: 'quiet' }, 'Choose a point, a line or a row to watch its policy.')
  const root = element(
    'aside',
    { class: 'card detail', 'aria-label': 'The chosen run' },
    name,
    note,
    hint,
    preview,
    watch,
    facts,
  )
  return {
    root,
    preview,
    show(run, columns) {
      name.textContent = run?.id ?? 'No run chosen'
      note.textContent = run?.note ?? ''
      setAttributes(note, { hidden: !run?.note })
      setAttributes(hint, { hidden: run !== undefined })
      setAttributes(preview, { hidden: run === undefined })
      setAttributes(watch, { hidden: run === undefined, href: run && `./${addressOf({ right: run.id })}` })
      fill(facts, run === undefined ? [] : columns.map((column) => factOf(column, run)))
    },
  }
}

function factOf(column: Column, run: RunSummary): HTMLElement | undefined {
  const value = column.value(run)
  if (value === undefined) return undefined
  return element('div', {}, element('dt', {}, column.label), element('dd', {}, column.print(value)))
}
