// The head of the page: its name, the run that is watched, and what the page is doing, in words.

import type { RunSummary } from '../../protocol/run.ts'
import type { Words } from '../connection/words.ts'
import { element, fill, setAttributes, setText } from '../dom/element.ts'
import type { Action } from '../keys/table.ts'
import { icon } from './icons.ts'
import { createScreenLinks } from './screens.ts'

export interface Header {
  readonly root: HTMLElement
  showRuns(runs: readonly RunSummary[], watched: string | undefined): void
  showWords(words: Words): void
}

interface HeaderOptions {
  readonly act: (action: Action) => void
  readonly watch: (run: string) => void
}

export function createHeader({ act, watch }: HeaderOptions): Header {
  const picker = element('select', { 'aria-label': 'Run', hidden: true })
  const about = element('p', { class: 'about' })
  const connection = element('p', { class: 'connection', role: 'status' })
  picker.addEventListener('change', () => watch(picker.value))
  return {
    root: element(
      'header',
      {},
      element('h1', {}, 'Rapref'),
      createScreenLinks('watch'),
      element('div', { class: 'run' }, picker, about),
      connection,
      press('Light or dark', () => act('toggle-theme'), icon('theme')),
      press('Keys', () => act('toggle-legend'), '?'),
    ),
    showRuns(runs, watched) {
      const run = runs.find(({ id }) => id === watched)
      fill(
        picker,
        runs.map(({ id }) => element('option', { value: id, selected: id === watched }, id)),
      )
      setAttributes(picker, { hidden: runs.length === 0 })
      setText(about, run === undefined ? '' : `${run.task} · ${run.method} · seed ${run.seed}`)
    },
    showWords({ text, mood }) {
      setAttributes(connection, { 'data-mood': mood })
      setText(connection, text)
    },
  }
}

function press(label: string, onPress: () => void, face: Node | string): HTMLButtonElement {
  const made = element('button', { type: 'button', class: 'icon-button', 'aria-label': label, title: label }, face)
  made.addEventListener('click', onPress)
  return made
}
