import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { episodeSeed } from '../../../envs/vector/episode-seed.ts'

describe('episodeSeed', () => {
  it('is the given seed for the episode that the reset starts', () => {
    fc.assert(fc.property(fc.nat(), (seed) => episodeSeed(seed, 0) === seed))
  })

  it('gives neighbouring worlds different seeds for a long time', () => {
    const seen = new Set<number>()
    for (let seed = 0; seed < 64; seed++) {
      for (let episode = 0; episode < 1000; episode++) seen.add(episodeSeed(seed, episode))
    }
    expect(seen.size).toBe(64_000)
  })
})
