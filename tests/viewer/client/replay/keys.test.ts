import { expect, test } from 'vitest'
import { playerActionOf, playerKeys, replayActionOf, replayKeys } from '../../../../viewer/client/replay/keys.ts'

const press = (key: string) => ({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false })

test('no key does two things', () => {
  const keys = replayKeys.flatMap((group) => group.keys.map(({ key, shift }) => `${shift ? 'Shift ' : ''}${key}`))
  expect(new Set(keys).size).toBe(keys.length)
})

test('one clip alone has no cameras to link, and a document nothing to open', () => {
  expect(playerKeys.flatMap((group) => group.keys).map(({ action }) => action)).not.toContain('toggle-link')
  expect(replayActionOf(press('v'))).toBe('verify')
  expect(playerActionOf(press('v'))).toBeUndefined()
  expect(playerActionOf(press(' '))).toBe('toggle-play')
})
