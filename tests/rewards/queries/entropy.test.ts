import { expect, test } from 'vitest'
import { entropy, meanEntropy } from '../../../rewards/queries/entropy.ts'
import { randomStream } from '../../../sim/random.ts'

test('is the mean of the members, each by itself: certain members who differ know', () => {
  // Columns: sure alike, sure and different, both undecided, one undecided.
  const probabilities = Float32Array.of(...[1, 0, 0.5, 0.5], ...[1, 1, 0.5, 1])
  const found = meanEntropy(probabilities, 2)
  ;[0, 0, Math.LN2, Math.LN2 / 2].forEach((nats, i) => {
    expect(found[i]).toBeCloseTo(nats, 6)
  })
  const candidates = { count: 4, members: 2, probabilities, states: [], answered: [] }
  expect(entropy.choose(candidates, 2, randomStream(1, 'pairs'))).toEqual([2, 3])
})

test('by hand: P = 0.25 has 0.562335 nats', () => {
  expect(meanEntropy(Float32Array.of(0.25), 1)[0]).toBeCloseTo(0.562335, 6)
})
