// What the watched runs are: their settings, and in which they differ; notes, who made them, their last lines.

import type { About, Settings } from '../../protocol/run.ts'
import { element, fill, setAttributes } from '../dom/element.ts'

export interface AboutPanel {
  readonly root: HTMLElement
  /** @param left undefined where both sides show one run */
  show(left: About | undefined, right: About | undefined): void
}

export function createAboutPanel(): AboutPanel {
  const root = element('section', { class: 'card about-run', 'aria-label': 'About the run', hidden: true })
  return {
    root,
    show(left, right) {
      setAttributes(root, { hidden: right === undefined })
      if (right !== undefined) fill(root, sectionsOf(left, right))
    },
  }
}

function sectionsOf(left: About | undefined, right: About): readonly (HTMLElement | undefined)[] {
  return [
    left && differenceOf(left.configuration, right.configuration),
    notesOf(right),
    linesOf(right),
    folded('Configuration', settingsTable(right.configuration)),
    folded('Made by', listOf(right.folder === null ? right.origin : { folder: right.folder, ...right.origin })),
  ]
}

/** Names of settings that differ, in the order of the second. */
export function differences(left: Settings, right: Settings): readonly string[] {
  const names = [...new Set([...Object.keys(right), ...Object.keys(left)])]
  return names.filter((name) => left[name] !== right[name])
}

function differenceOf(left: Settings, right: Settings): HTMLElement {
  const names = differences(left, right)
  if (names.length === 0) return element('p', { class: 'same' }, 'Both runs have the same settings.')
  const rows = names.map((name) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, name),
      element('td', { class: 'left' }, valueText(left[name])),
      element('td', { class: 'right' }, valueText(right[name])),
    ),
  )
  const head = ['Setting', 'Left', 'Right'].map((text) => element('th', { scope: 'col' }, text))
  const table = element(
    'table',
    { class: 'difference' },
    element('thead', {}, element('tr', {}, ...head)),
    element('tbody', {}, ...rows),
  )
  return element('div', {}, element('h2', {}, 'Where the runs differ'), table)
}

function notesOf({ notes }: About): HTMLElement | undefined {
  if (notes === null) return undefined
  return element('div', {}, element('h2', {}, 'Notes'), element('p', { class: 'notes' }, notes))
}

function linesOf({ lastLines }: About): HTMLElement | undefined {
  if (lastLines.length === 0) return undefined
  const lines = element('pre', { tabindex: 0, 'aria-label': 'Last lines of the log' }, lastLines.join('\n'))
  return element('div', {}, element('h2', {}, 'Last lines'), lines)
}

function folded(title: string, inner: HTMLElement | undefined): HTMLElement | undefined {
  return inner && element('details', {}, element('summary', {}, title), inner)
}

function settingsTable(settings: Settings): HTMLElement | undefined {
  return listOf(Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, valueText(value)])))
}

function listOf(facts: Readonly<Record<string, string>>): HTMLElement | undefined {
  const entries = Object.entries(facts)
  if (entries.length === 0) return undefined
  return element(
    'dl',
    { class: 'settings' },
    ...entries.map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, value))),
  )
}

function valueText(value: Settings[string] | undefined): string {
  return value === undefined ? '–' : String(value)
}
