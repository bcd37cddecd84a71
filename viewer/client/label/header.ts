// The head of the labelling page: the ways to other pages, the task, and what the page is doing, in words.

import type { Words } from '../connection/words.ts'
import { element, setAttributes, setText } from '../dom/element.ts'
import { icon } from '../panels/icons.ts'
import { createScreenLinks } from '../panels/screens.ts'
import type { LabelAction } from './keys.ts'

export interface LabelHeader {
  readonly root: HTMLElement
  showTask(task: string): void
  showWords(words: Words): void
}

export function createLabelHeader(act: (action: LabelAction) => void): LabelHeader {
  const task = element('p', { class: 'about' })
  const words = element('p', { class: 'connection', role: 'status' })
  const button = (label: string, action: LabelAction, face: Node | string) => {
    const made = element('button', { type: 'button', class: 'icon-button', 'aria-label': label, title: label }, face)
    made.addEventListener('click', () => act(action))
    return made
  }
  return {
    root: element(
      'header',
      {},
      element('h1', {}, 'Rapref'),
      createScreenLinks('label'),
      element('div', { class: 'run' }, task),
      words,
      button('Instructions', 'instructions', 'i'),
      button('Light or dark', 'toggle-theme', icon('theme')),
      button('Keys', 'toggle-legend', '?'),
    ),
    showTask: (name) => setText(task, name),
    showWords({ text, mood }) {
      setAttributes(words, { 'data-mood': mood })
      setText(words, text)
    },
  }
}
