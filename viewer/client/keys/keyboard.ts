// Listens for the keys of a table, and leaves to each control the keys that it needs itself.

import type { Pressed } from './binding.ts'
import { type Action, actionOf } from './table.ts'

export interface KeyboardOptions<Name extends string> {
  readonly find: (pressed: Pressed) => Name | undefined
  readonly act: (action: Name, event: KeyboardEvent) => void
  /** Whether arrow keys move a slider that has the focus; by default they are the page's. */
  readonly sliders?: 'page' | 'themselves'
}

/** The keys of the watching page. */
export function listenForKeys(act: (action: Action) => void): void {
  bindKeys({ find: actionOf, act })
}

export function bindKeys<Name extends string>({ find, act, sliders = 'page' }: KeyboardOptions<Name>): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || needsItself(event.target, event.key, sliders)) return
    const action = find(event)
    if (action === undefined) return
    event.preventDefault()
    act(action, event)
  })
}

/** Typing belongs to fields, a list's keys to the list, Space and Enter press the button that has the focus. */
function needsItself(target: EventTarget | null, key: string, sliders: 'page' | 'themselves'): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement)
    return true
  if (target instanceof HTMLInputElement && target.type !== 'range') return true
  if (target instanceof HTMLInputElement) return sliders === 'themselves' && movesSlider(key)
  return target instanceof HTMLButtonElement && (key === ' ' || key === 'Enter')
}

function movesSlider(key: string): boolean {
  return key.startsWith('Arrow') || ['Home', 'End', 'PageUp', 'PageDown'].includes(key)
}
