// Buttons that do what a key does, with the key's name on them.

import { element } from '../dom/element.ts'
import { keyLabel, type LabelAction } from './keys.ts'

interface PressOptions {
  readonly action: LabelAction
  readonly label: string
  /** Extra class names. */
  readonly kind?: string
  readonly act: (action: LabelAction) => void
}

export function press({ action, label, kind = '', act }: PressOptions): HTMLButtonElement {
  const made = element(
    'button',
    { type: 'button', class: `press ${kind}`.trim(), 'aria-keyshortcuts': shortcut(keyLabel(action)) },
    element('span', {}, label),
    element('kbd', { 'aria-hidden': 'true' }, keyLabel(action)),
  )
  made.addEventListener('click', (event) => {
    // Pressed by a pointer it gives the focus back: Space is then the clock's again.
    if (event.detail > 0) made.blur()
    act(action)
  })
  return made
}

const arrows: Readonly<Record<string, string>> = { '←': 'ArrowLeft', '→': 'ArrowRight', '↓': 'ArrowDown' }

function shortcut(label: string): string {
  return label
    .split(' ')
    .map((part) => arrows[part] ?? part)
    .join('+')
}
