// The legend of keys, drawn from a key table.

import { element } from '../dom/element.ts'
import type { KeyGroup } from '../keys/binding.ts'
import { keyGroups } from '../keys/table.ts'

export interface Legend {
  readonly root: HTMLElement
  toggle(): void
}

/** @param table default that of the watching page */
export function createLegend(table: readonly KeyGroup[] = keyGroups): Legend {
  const close = element('button', { type: 'submit', class: 'text-button' }, 'Close')
  const groups = table.map(({ title, keys }) =>
    element(
      'section',
      {},
      element('h3', {}, title),
      element(
        'dl',
        {},
        ...keys.flatMap(({ label, does }) => [element('dt', {}, element('kbd', {}, label)), element('dd', {}, does)]),
      ),
    ),
  )
  const root = element(
    'dialog',
    { class: 'legend', 'aria-labelledby': 'legend-title' },
    element('form', { method: 'dialog' }, element('h2', { id: 'legend-title' }, 'Keys'), close),
    element('div', { class: 'legend-groups' }, ...groups),
    element(
      'p',
      {},
      'Drag to turn a camera, scroll or pinch to come closer, drag with the right button to move sideways.',
    ),
  )
  root.addEventListener('click', (event) => {
    if (event.target === root) root.close()
  })
  return {
    root,
    toggle() {
      if (root.open) root.close()
      else root.showModal()
    },
  }
}
