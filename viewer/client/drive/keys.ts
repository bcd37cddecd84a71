// Every key of the driving page. Those that move the hand act for as long as they are held.

import { findAction, type KeyGroup, type Pressed } from '../keys/binding.ts'
import { type Action, cameraKeys, pageKeys } from '../keys/table.ts'
import type { Control } from './controls.ts'

export type DriveAction = Action | 'grip' | 'run' | 'reset' | 'new-seed' | 'keep' | 'push' | `hold-${Control}`

export const driveKeys: readonly KeyGroup<DriveAction>[] = [
  {
    title: 'Hand, while held',
    keys: [
      { key: 'a', label: 'A', action: 'hold-left', does: 'left' },
      { key: 'd', label: 'D', action: 'hold-right', does: 'right' },
      { key: 'w', label: 'W', action: 'hold-away', does: 'away' },
      { key: 's', label: 'S', action: 'hold-near', does: 'near' },
      { key: 'e', label: 'E', action: 'hold-up', does: 'up' },
      { key: 'q', label: 'Q', action: 'hold-down', does: 'down' },
      { key: 'ArrowLeft', label: '←', action: 'hold-left', does: 'left' },
      { key: 'ArrowRight', label: '→', action: 'hold-right', does: 'right' },
      { key: 'ArrowUp', label: '↑', action: 'hold-away', does: 'away' },
      { key: 'ArrowDown', label: '↓', action: 'hold-near', does: 'near' },
      { key: 'PageUp', label: 'Page ↑', action: 'hold-up', does: 'up' },
      { key: 'PageDown', label: 'Page ↓', action: 'hold-down', does: 'down' },
      { key: 'Shift', shift: true, label: 'Shift', action: 'hold-slow', does: 'slowly' },
    ],
  },
  {
    title: 'Attempt',
    keys: [
      { key: ' ', label: 'Space', action: 'grip', does: 'close or open the fingers' },
      { key: 'Enter', label: 'Enter', action: 'run', does: 'go or pause' },
      { key: 'r', label: 'R', action: 'reset', does: 'the same start again' },
      { key: 'n', label: 'N', action: 'new-seed', does: 'another start' },
      { key: 'k', label: 'K', action: 'keep', does: 'keep as a demonstration' },
      { key: 'p', label: 'P', action: 'push', does: 'push the nearest object' },
    ],
  },
  { ...cameraKeys, keys: cameraKeys.keys.filter(({ action }) => action !== 'toggle-link') },
  pageKeys,
]

/** Shift makes the hand slow: it changes no other key. */
export function driveActionOf({ key, ctrlKey, metaKey, altKey }: Pressed): DriveAction | undefined {
  return findAction(driveKeys, { key, ctrlKey, metaKey, altKey, shiftKey: key === 'Shift' })
}

const prefix = 'hold-'

/** What is held by an action, where it is one that is. */
export function controlOf(action: DriveAction | undefined): Control | undefined {
  return action?.startsWith(prefix) ? (action.slice(prefix.length) as Control) : undefined
}
