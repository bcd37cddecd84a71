import { expect, test } from 'vitest'
import { controlOf, driveActionOf, driveKeys } from '../../../../viewer/client/drive/keys.ts'

const press = (key: string, held = {}) =>
  driveActionOf({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held })

test('no key does two things', () => {
  const keys = driveKeys.flatMap((group) => group.keys.map(({ key }) => key))
  expect(new Set(keys).size).toBe(keys.length)
})

test('Shift makes the hand slow and changes no other key, small or capital', () => {
  expect(press('Shift', { shiftKey: true })).toBe('hold-slow')
  expect(press('ArrowLeft', { shiftKey: true })).toBe('hold-left')
  expect(press('A', { shiftKey: true })).toBe('hold-left')
  expect(press('a', { ctrlKey: true })).toBeUndefined()
})

test('what moves the hand is held, the rest is done once', () => {
  expect(controlOf(press('w'))).toBe('away')
  expect(controlOf(press('k'))).toBeUndefined()
  expect(controlOf(undefined)).toBeUndefined()
})
