import fc from 'fast-check'
import { expect, test } from 'vitest'
import { choose, firstOrder, groupsOf, move, ranksOf, toggleTie } from '../../../../viewer/client/label/order.ts'

test('a moved clip is chosen, and the others keep their order', () => {
  const moved = move(firstOrder(4), 3, 1)
  expect(moved.clips).toEqual([0, 3, 1, 2])
  expect(moved.chosen).toBe(1)
  expect(move(moved, 0, -1)).toBe(moved)
  expect(move(moved, 3, 4)).toBe(moved)
})

test('clips as good as each other share a group and a rank, and the next rank counts them', () => {
  const order = toggleTie(move(firstOrder(4), 3, 1), 1)
  expect(groupsOf(order)).toEqual([[0], [3, 1], [2]])
  expect(ranksOf(order)).toEqual([1, 2, 4, 2])
  expect(groupsOf(toggleTie(order, 1))).toEqual([[0], [3], [1], [2]])
})

test('choosing stays within the row', () => {
  expect(choose(firstOrder(3), -1).chosen).toBe(0)
  expect(choose(firstOrder(3), 7).chosen).toBe(2)
})

test('whatever is moved and tied, every clip is ranked once', () => {
  const step = fc.tuple(fc.nat(4), fc.nat(4), fc.boolean())
  fc.assert(
    fc.property(fc.integer({ min: 3, max: 4 }), fc.array(step), (count, steps) => {
      const order = steps.reduce(
        (now, [from, to, tie]) => (tie ? toggleTie(now, from) : move(now, from, to)),
        firstOrder(count),
      )
      expect(groupsOf(order).flat().sort()).toEqual(Array.from({ length: count }, (_, i) => i))
      expect(Math.min(...ranksOf(order))).toBe(1)
    }),
  )
})
