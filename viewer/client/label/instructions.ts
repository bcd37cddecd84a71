// What to look for, in the words of whoever asks. Dismissed by hand; the same words stay dismissed.

import { element, fill, setAttributes } from '../dom/element.ts'
import type { Memory } from './memory.ts'

export interface Instructions {
  readonly root: HTMLElement
  /** Other words than those that were dismissed open the panel. */
  show(text: string): void
  toggle(): void
}

const memory = 'rapref-read-instructions'

export function createInstructions(browser: Memory): Instructions {
  const body = element('div', { class: 'instructions-body' })
  const close = element('button', { type: 'button', class: 'text-button' }, 'Got it')
  const root = element(
    'section',
    { class: 'card instructions', 'aria-labelledby': 'instructions-title', hidden: true },
    element('h2', { id: 'instructions-title' }, 'What to look for'),
    body,
    close,
  )
  let words = ''

  function open(now: boolean): void {
    setAttributes(root, { hidden: !now })
    if (now) browser.removeItem(memory)
    else browser.setItem(memory, words)
  }

  close.addEventListener('click', () => open(false))
  return {
    root,
    show(text) {
      words = text
      fill(
        body,
        text.split('\n').map((line) => element('p', {}, line)),
      )
      setAttributes(root, { hidden: text === '' || browser.getItem(memory) === text })
    },
    toggle: () => open(root.hidden && words !== ''),
  }
}
