import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BoundedEpisodes, checkWindow } from '../../../rewards/segments/bounded-episodes.ts'

test('the newest episodes that fit are kept, in order of arrival', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 10 }), { maxLength: 40 }), (lengths) => {
      const store = new BoundedEpisodes(25)
      for (const [i, steps] of lengths.entries()) store.add({ id: `${i}`, steps })
      let fitting = 0
      const expected: string[] = []
      for (let i = lengths.length - 1; i >= 0 && fitting + lengths[i]! <= 25; i--) {
        fitting += lengths[i]!
        expected.unshift(`${i}`)
      }
      expect(store.all().map(({ id }) => id)).toEqual(expected)
      expect(store.steps).toBe(fitting)
    }),
  )
})

test('an id that is stored already is refused', () => {
  const store = new BoundedEpisodes(10)
  store.add({ id: 'a', steps: 3 })
  expect(() => store.add({ id: 'a', steps: 3 })).toThrow(
    "episode 'a' is stored already; every episode needs its own id",
  )
})

test('an episode longer than everything that may be kept is refused', () => {
  expect(() => new BoundedEpisodes(10).add({ id: 'a', steps: 11 })).toThrow(
    "episode 'a' has 11 steps, the store keeps 10: give it more capacity",
  )
})

test('an episode that was dropped is refused by name', () => {
  const store = new BoundedEpisodes(10)
  store.add({ id: 'a', steps: 6 })
  store.add({ id: 'b', steps: 6 })
  expect(store.get('b').steps).toBe(6)
  expect(() => store.get('a')).toThrow("no episode 'a' in store; it was never added, or dropped as one of the oldest")
})

test('a store without room is refused', () => {
  expect(() => new BoundedEpisodes(0)).toThrow('the capacity is 0 steps, expected 1 or more')
})

test.each([
  [0, 10],
  [9, 1],
])('a window from %i of %i steps lies in an episode of 10', (start, length) => {
  expect(() => checkWindow({ episode: 'a', start, length }, 10)).not.toThrow()
})

test.each([
  [-1, 2],
  [9, 2],
  [3, 0],
])('a window from %i of %i steps does not', (start, length) => {
  expect(() => checkWindow({ episode: 'a', start, length }, 10)).toThrow("leaves episode 'a' of 10 steps")
})
