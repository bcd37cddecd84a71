// Every key of the replay page.

import { findAction, type KeyGroup, type Pressed } from '../keys/binding.ts'
import { type Action, cameraKeys, clockKeys, pageKeys } from '../keys/table.ts'

export type ReplayAction = Action | 'open' | 'verify' | 'export'

/** Of everything that plays one clip alone. */
export const playerKeys: readonly KeyGroup<Action>[] = [
  clockKeys,
  { ...cameraKeys, keys: cameraKeys.keys.filter(({ action }) => action !== 'toggle-link') },
  pageKeys,
]

export const replayKeys: readonly KeyGroup<ReplayAction>[] = [
  {
    title: 'Recording',
    keys: [
      { key: 'f', label: 'F', action: 'open', does: 'open a file' },
      { key: 'v', label: 'V', action: 'verify', does: 'simulate it again' },
      { key: 'e', label: 'E', action: 'export', does: 'export it' },
    ],
  },
  ...playerKeys,
]

export function replayActionOf(pressed: Pressed): ReplayAction | undefined {
  return findAction(replayKeys, pressed)
}

export function playerActionOf(pressed: Pressed): Action | undefined {
  return findAction(playerKeys, pressed)
}
