import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ReplayBuffer } from '../../agents/replay-buffer.ts'
import { randomStream } from '../../sim/random.ts'

const shape = { observationSize: 2, actionSize: 1, episodeSteps: 3, capacity: 4 }

/** Every number tells where it is from: episode * 100 + step. */
function episode(number: number) {
  const observations = Float32Array.from({ length: 8 }, (_, i) => number * 100 + Math.floor(i / 2))
  const actions = Float32Array.from({ length: 3 }, (_, i) => number * 100 + i)
  return { observations, actions }
}

function filled(episodes: number): ReplayBuffer {
  const buffer = new ReplayBuffer(shape)
  for (let number = 0; number < episodes; number++) {
    const slot = buffer.add(episode(number))
    buffer.rewards.set(
      [0, 1, 2].map((step) => number * 100 + step),
      slot * 3,
    )
  }
  return buffer
}

const batchOf = (rows: number) => ({
  observations: new Float32Array(rows * 2),
  actions: new Float32Array(rows),
  rewards: new Float32Array(rows),
  nextObservations: new Float32Array(rows * 2),
  continues: new Float32Array(rows),
})

describe('ReplayBuffer', () => {
  test('draws the first rows from the newest episodes alone, however often it has wrapped round', () => {
    const random = randomStream(1, 'recent')
    for (const added of [1, 3, 4, 9]) {
      const batch = batchOf(200)
      filled(added).sample(batch, 200, random, { rows: 100, episodes: 2 })
      const seen = (from: number) =>
        new Set([...batch.rewards.subarray(from, from + 100)].map((reward) => Math.floor(reward / 100)))
      const newest = [added - 1, ...(added > 1 ? [added - 2] : [])]
      expect([...seen(0)].sort()).toEqual(newest.sort())
      expect(seen(100).size).toBe(Math.min(added, 4))
    }
  })

  test('samples transitions whose parts belong together, however often it has wrapped round', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 11 }),
        fc.array(fc.nat(1e6), { minLength: 5, maxLength: 5 }),
        (count, draws) => {
          const buffer = filled(count)
          const batch = batchOf(5)
          let next = 0
          buffer.sample(batch, 5, { integer: (size) => draws[next++]! % size })
          for (let row = 0; row < 5; row++) {
            const at = batch.actions[row]!
            expect(batch.rewards[row]).toBe(at)
            expect(batch.observations[2 * row]).toBe(at)
            expect(batch.nextObservations[2 * row]).toBe(at + 1)
          }
        },
      ),
    )
  })

  test('can draw every transition that it holds and none that was overwritten', () => {
    const buffer = filled(6)
    const batch = batchOf(buffer.size)
    let next = 0
    buffer.sample(batch, buffer.size, { integer: () => next++ })
    const expected = [2, 3, 4, 5].flatMap((number) => [0, 1, 2].map((step) => number * 100 + step))
    expect([...batch.actions].sort((a, b) => a - b)).toEqual(expected)
  })

  test('says that all goes on, but behind the last decision of an episode that ended for good', () => {
    const buffer = new ReplayBuffer({ ...shape, capacity: 2 })
    const continues = () => {
      const batch = batchOf(buffer.size)
      let next = 0
      buffer.sample(batch, buffer.size, { integer: () => next++ })
      return [...batch.continues]
    }
    buffer.add(episode(0))
    buffer.add({ ...episode(1), ending: 'terminal' })
    expect(continues()).toEqual([1, 1, 1, 1, 1, 0])
    buffer.add({ ...episode(2), ending: 'terminal' })
    buffer.add({ ...episode(3), ending: 'time-limit' })
    expect(continues()).toEqual([1, 1, 0, 1, 1, 1])
  })

  test('counts what it holds up to its capacity', () => {
    expect(filled(2).size).toBe(6)
    expect(filled(9).size).toBe(12)
    expect(filled(9).added).toBe(9)
  })

  test('refuses an episode of another length and says why lengths must agree', () => {
    const short = { observations: new Float32Array(4), actions: new Float32Array(1) }
    expect(() => new ReplayBuffer(shape).add(short)).toThrow(
      'an episode of 1 decisions came to a replay buffer of 3; episodes must have equal lengths',
    )
  })

  test('refuses to sample before anything was added', () => {
    expect(() => new ReplayBuffer(shape).sample(batchOf(1), 1, { integer: () => 0 })).toThrow(
      'sampled from an empty replay buffer; add an episode first',
    )
  })
})
