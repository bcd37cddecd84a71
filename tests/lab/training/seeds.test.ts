import fc from 'fast-check'
import { expect, test } from 'vitest'
import { demonstrationSeed, heldOutSeeds, trainingSeed, validationSeeds } from '../../../lab/training/seeds.ts'

test('seeds for training, clips of the expert, validation and the final evaluation never overlap', () => {
  const kept = new Set([...validationSeeds(1000), ...heldOutSeeds(1000)])
  expect(kept.size).toBe(2000)
  fc.assert(
    fc.property(fc.nat(2 ** 31), fc.nat(999_999), fc.nat(999_999), (seed, episode, other) => {
      const training = trainingSeed(seed, episode)
      const shown = demonstrationSeed(seed, other)
      expect(kept.has(training)).toBe(false)
      expect(kept.has(shown)).toBe(false)
      expect(training).not.toBe(shown)
      expect(Number.isSafeInteger(shown)).toBe(true)
    }),
  )
})

test('a run never begins two episodes alike', () => {
  fc.assert(
    fc.property(fc.nat(1e6), fc.nat(999_999), fc.nat(999_999), (seed, first, second) => {
      fc.pre(first !== second)
      expect(trainingSeed(seed, first)).not.toBe(trainingSeed(seed, second))
    }),
  )
})
