import { expect, test } from 'vitest'
import { keyLabel, labelActionOf, labelKeys, type Mode } from '../../../../viewer/client/label/keys.ts'

const bare = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false }

test.each<[string, Mode, string]>([
  ['ArrowLeft', 'pair', 'left-is-better'],
  ['ArrowRight', 'pair', 'right-is-better'],
  ['ArrowDown', 'pair', 'equal'],
  ['ArrowLeft', 'ranking', 'choose-left'],
  ['ArrowDown', 'ranking', 'tie'],
  ['Enter', 'ranking', 'send'],
  ['S', 'pair', 'skip'],
  ['u', 'ranking', 'undo'],
  [',', 'pair', 'step-back'],
])('%s in a %s is %s', (key, mode, action) => {
  expect(labelActionOf({ ...bare, key }, mode)).toBe(action)
})

test('with Shift an arrow moves a ranked clip, and answers no pair', () => {
  const pressed = { ...bare, key: 'ArrowLeft', shiftKey: true }
  expect(labelActionOf(pressed, 'ranking')).toBe('move-left')
  expect(labelActionOf(pressed, 'pair')).toBeUndefined()
  expect(labelActionOf({ ...bare, key: 'Enter' }, 'pair')).toBeUndefined()
})

test('within a mode no key does two things, and every action has a key to print', () => {
  for (const mode of ['pair', 'ranking'] as const) {
    for (const group of labelKeys) {
      for (const { key, shift, action } of group.keys) {
        const found = labelActionOf({ ...bare, key, shiftKey: shift ?? false }, mode)
        const other = group.title === (mode === 'pair' ? 'Three or four clips' : 'Two clips')
        if (!other) expect(found).toBe(action)
        expect(keyLabel(action)).not.toBe('')
      }
    }
  }
})
