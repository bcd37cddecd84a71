// The head of the watching page: its name, the runs that are watched, and what the page is doing, in words.

import type { RunSummary } from '../../protocol/run.ts'
import type { Words } from '../connection/words.ts'
import { element, setAttributes, setText } from '../dom/element.ts'
import { count } from '../dom/format.ts'
import type { Action } from '../keys/table.ts'
import { createScreenHeader } from './screen-header.ts'

export interface Header {
  readonly root: HTMLElement
  showRuns(runs: readonly RunSummary[], watched: RunSummary | undefined): void
  showChooser(open: boolean): void
  showWords(words: Words): void
}

interface HeaderOptions {
  readonly act: (action: Action) => void
  readonly onChooser: () => void
}

export function createHeader({ act, onChooser }: HeaderOptions): Header {
  const runs = element('button', { type: 'button', class: 'runs-button', 'aria-expanded': 'false', hidden: true })
  const about = element('p', { class: 'about' })
  const { root, showWords } = createScreenHeader({ screen: 'watch', act, middle: [runs, about] })
  runs.addEventListener('click', onChooser)
  return {
    root,
    showRuns(all, watched) {
      setAttributes(runs, { hidden: all.length === 0 })
      setText(runs, all.length === 1 ? '1 run' : `${count(all.length)} runs`)
      setText(about, watched === undefined ? '' : `${watched.task} · ${watched.method} · seed ${watched.seed}`)
    },
    showChooser: (open) => setAttributes(runs, { 'aria-expanded': String(open) }),
    showWords,
  }
}
