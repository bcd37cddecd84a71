import { expect, test } from 'vitest'
import { actionOf, keyGroups } from '../../../../viewer/client/keys/table.ts'

const bare = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false }
const bindings = keyGroups.flatMap((group) => group.keys)

test.each(bindings)('$label does $action', ({ key, shift, action }) => {
  expect(actionOf({ ...bare, key, shiftKey: shift ?? false })).toBe(action)
})

test('no two bindings share a key or an action', () => {
  const keys = bindings.map(({ key, shift }) => `${shift ? 'Shift ' : ''}${key}`)
  expect(new Set(keys).size).toBe(keys.length)
  expect(new Set(bindings.map(({ action }) => action)).size).toBe(bindings.length)
})

test('letters work with Shift and Caps Lock, and so does a ? that needs Shift', () => {
  expect(actionOf({ ...bare, key: 'L', shiftKey: true })).toBe('toggle-link')
  expect(actionOf({ ...bare, key: '?', shiftKey: true })).toBe('toggle-legend')
})

test("keys with Ctrl, Alt or Meta are the browser's", () => {
  for (const held of ['ctrlKey', 'metaKey', 'altKey'])
    expect(actionOf({ ...bare, [held]: true, key: 'l' })).toBeUndefined()
})

test('other keys do nothing', () => {
  for (const key of ['q', 'Enter', 'Tab', 'Escape']) expect(actionOf({ ...bare, key })).toBeUndefined()
})
