import { expect, test } from 'vitest'
import { disagreement, memberDeviation } from '../../../rewards/queries/disagreement.ts'
import { randomStream } from '../../../sim/random.ts'

// Three members (rows), five candidates (columns).
const probabilities = Float32Array.of(
  ...[0.5, 0.9, 0.2, 0.0, 1.0],
  ...[0.5, 0.8, 0.4, 1.0, 1.0],
  ...[0.5, 0.7, 0.6, 0.5, 1.0],
)

test('takes the pairs on which the members differ most, most first', () => {
  const candidates = { count: 5, members: 3, probabilities, states: [], answered: [] }
  expect(disagreement.choose(candidates, 3, randomStream(1, 'pairs'))).toEqual([3, 2, 1])
})

test('takes the earlier of two pairs that are alike', () => {
  const alike = Float32Array.of(0.5, 0.5, 0.5, 0.5, 0.5, 0.5)
  const same = { count: 3, members: 2, probabilities: alike, states: [], answered: [] }
  expect(disagreement.choose(same, 2, randomStream(1, 'pairs'))).toEqual([0, 1])
})

test('deviation is over members, of each column', () => {
  const found = memberDeviation(probabilities, 3)
  expect(found[0]).toBe(0)
  expect(found[1]).toBeCloseTo(Math.sqrt(0.02 / 3), 6)
  expect(found[3]).toBeCloseTo(Math.sqrt(0.5 / 3), 6)
})

test('one member never differs from itself', () => {
  expect([...memberDeviation(Float32Array.of(0.2, 0.9), 1)]).toEqual([0, 0])
})
