import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { queries } from '../../../rewards/queries/queries.ts'
import type { Candidates, Query } from '../../../rewards/queries/query.ts'
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
        const chosen = query.choose(someCandidates(query, count, random), wanted, random)
        expect(chosen).toHaveLength(Math.min(wanted, count))
        expect(new Set(chosen).size).toBe(chosen.length)
        expect(chosen.every((index) => Number.isInteger(index) && index >= 0 && index < count)).toBe(true)
      }),
    )
  })

  test('leaves what it looks at alone', () => {
    const candidates = someCandidates(query, 4, randomStream(2, 'candidates'))
    const before = structuredClone(candidates)
    query.choose(candidates, 2, randomStream(1, 'pairs'))
    expect(candidates).toEqual(before)
  })
})

/** Candidates with all that the query asked for, and nothing else. */
function someCandidates({ needs }: Query, count: number, random: ReturnType<typeof randomStream>): Candidates {
  const numbers = (length: number) => Float32Array.from({ length }, () => random.uniform(0, 1))
  const states = (length: number) => (needs.includes('states') ? Array.from({ length }, () => numbers(6)) : [])
  return {
    count,
    members: 3,
    probabilities: needs.includes('probabilities') ? numbers(3 * count) : new Float32Array(),
    states: states(count),
    answered: states(5),
  }
}
