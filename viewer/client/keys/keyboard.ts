// Listens for the keys of the table, and leaves to each control the keys that it needs itself.

import { type Action, actionOf } from './table.ts'

export function listenForKeys(act: (action: Action) => void): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || needsItself(event.target, event.key)) return
    const action = actionOf(event)
    if (action === undefined) return
    event.preventDefault()
    act(action)
  })
}

/** Typing belongs to fields, a list's keys to the list, and Space and Enter press the button that has the focus. */
function needsItself(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement)
    return true
  if (target instanceof HTMLInputElement && target.type !== 'range') return true
  return target instanceof HTMLButtonElement && key === ' '
}
