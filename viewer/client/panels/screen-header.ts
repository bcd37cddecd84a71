// The head of a page that follows no run: its name, the way to the others, what the page wants there, what it is doing.

import type { Words } from '../connection/words.ts'
import { element, setAttributes, setText } from '../dom/element.ts'
import type { Action } from '../keys/table.ts'
import { icon } from './icons.ts'
import { createScreenLinks, type ScreenId } from './screens.ts'

export interface ScreenHeader {
  readonly root: HTMLElement
  showWords(words: Words): void
}

interface ScreenHeaderOptions {
  /** Undefined for a page that stands alone, as a file. */
  readonly screen: ScreenId | undefined
  readonly act: (action: Action) => void
  /** Between the way to the other pages and the words. */
  readonly middle: readonly HTMLElement[]
}

export function createScreenHeader({ screen, act, middle }: ScreenHeaderOptions): ScreenHeader {
  const words = element('p', { class: 'connection', role: 'status' })
  return {
    root: element(
      'header',
      {},
      element('h1', {}, 'Rapref'),
      screen && createScreenLinks(screen),
      element('div', { class: 'run' }, ...middle),
      words,
      press('Light or dark', () => act('toggle-theme'), icon('theme')),
      press('Keys', () => act('toggle-legend'), '?'),
    ),
    showWords({ text, mood }) {
      setAttributes(words, { 'data-mood': mood })
      setText(words, text)
    },
  }
}

function press(label: string, onPress: () => void, face: Node | string): HTMLButtonElement {
  const made = element('button', { type: 'button', class: 'icon-button', 'aria-label': label, title: label }, face)
  made.addEventListener('click', onPress)
  return made
}
