import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shuffledBatches } from '../../../rewards/models/minibatches.ts'
import { randomStream } from '../../../sim/random.ts'

const items = (count: number) => Array.from({ length: count }, (_, i) => i)

test('every item occurs once, in batches that hold at most the size and differ by at most one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 64 }), (count, size) => {
      const batches = shuffledBatches(items(count), size, randomStream(1, 'reward'))
      const sizes = batches.map(({ length }) => length)
      expect(batches.flat().sort((a, b) => a - b)).toEqual(items(count))
      expect(batches).toHaveLength(Math.ceil(count / size))
      expect(Math.max(...sizes)).toBeLessThanOrEqual(size)
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
    }),
  )
})

test('nothing makes no batch', () => {
  expect(shuffledBatches([], 8, randomStream(1, 'reward'))).toEqual([])
})

test('every item comes first equally often', () => {
  const random = randomStream(1, 'reward')
  const firsts = [0, 0, 0, 0, 0]
  for (let i = 0; i < 5000; i++) firsts[shuffledBatches(items(5), 8, random)[0]![0]!]!++
  for (const count of firsts) expect(Math.abs(count - 1000)).toBeLessThan(150)
})

test('the items that were handed in keep their order', () => {
  const given = items(10)
  shuffledBatches(given, 4, randomStream(1, 'reward'))
  expect(given).toEqual(items(10))
})
