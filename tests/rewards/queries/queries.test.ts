import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { queries } from '../../../rewards/queries/queries.ts'
import { randomStream } from '../../../sim/random.ts'

// What every query must keep, whatever it prefers.
describe.each(Object.entries(queries))('%s', (name, query) => {
  test('is listed under its own name, with a source', () => {
    expect(query.id).toBe(name)
    expect(query.source.length).toBeGreaterThan(10)
    expect(query.candidatesPerPair).toBeGreaterThanOrEqual(1)
  })

  test('chooses different candidates, as many as wanted or as there are', () => {
    const random = randomStream(1, 'pairs')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 20 }), (count, wanted) => {
        const probabilities = query.needsProbabilities
          ? Float32Array.from({ length: 3 * count }, () => random.uniform(0, 1))
          : new Float32Array()
        const chosen = query.choose({ count, members: 3, probabilities }, wanted, random)
        expect(chosen).toHaveLength(Math.min(wanted, count))
        expect(new Set(chosen).size).toBe(chosen.length)
        expect(chosen.every((index) => Number.isInteger(index) && index >= 0 && index < count)).toBe(true)
      }),
    )
  })

  test('leaves the probabilities alone', () => {
    const probabilities = Float32Array.of(0.1, 0.9, 0.5, 0.5)
    query.choose({ count: 2, members: 2, probabilities }, 1, randomStream(1, 'pairs'))
    expect([...probabilities]).toEqual([...Float32Array.of(0.1, 0.9, 0.5, 0.5)])
  })
})
