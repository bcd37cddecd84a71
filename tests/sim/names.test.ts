import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editDistance, nearest, unknownName } from '../../sim/names.ts'

const TASKS = ['button-press', 'drawer-open', 'push', 'reach']

test('the nearest name comes first', () => {
  expect(nearest('drawr-open', TASKS)[0]).toBe('drawer-open')
  expect(nearest('psuh', TASKS)[0]).toBe('push')
  expect(nearest('reach', TASKS, 1)).toEqual(['reach'])
})

test('no more names are given than asked for, or than there are', () => {
  expect(nearest('x', TASKS, 2)).toHaveLength(2)
  expect(nearest('x', ['a'], 3)).toEqual(['a'])
  expect(nearest('x', [])).toEqual([])
})

test('an unknown name is told with its guess and all that is known', () => {
  expect(unknownName('task', 'drawr-open', TASKS)).toBe(
    'unknown task "drawr-open": did you mean "drawer-open"? Known: button-press, drawer-open, push, reach.',
  )
  expect(unknownName('task', 'x', [])).toBe('unknown task "x": no task is known.')
})

test('a swap of neighbours counts once, like any other slip', () => {
  expect(editDistance('push', 'psuh')).toBe(1)
  expect(editDistance('push', 'pushh')).toBe(1)
  expect(editDistance('push', 'pus')).toBe(1)
  expect(editDistance('push', 'pash')).toBe(1)
  expect(editDistance('', 'push')).toBe(4)
})

test('the distance is symmetric and zero only between equal names', () => {
  const word = fc.string({ maxLength: 8 })
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(editDistance(a, b)).toBe(editDistance(b, a))
      expect(editDistance(a, b) === 0).toBe(a === b)
      expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length))
    }),
  )
})
