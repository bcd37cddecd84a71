import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { generalisedAdvantages, normaliseAdvantages } from '../../../agents/ppo/advantage.ts'

const discount = 0.9
const lambda = 0.5
const rewards = Float32Array.of(1, 2)
const values = Float32Array.of(3, 4, 10)

describe('generalised advantages', () => {
  test('add up discounted surprises, with the value of the state that the time limit cut off', () => {
    const { advantages, returns } = generalisedAdvantages({ episodes: 1, steps: 2, rewards, values, discount, lambda })
    const last = 2 + 0.9 * 10 - 4
    const first = 1 + 0.9 * 4 - 3 + 0.9 * 0.5 * last
    expect(advantages[1]).toBeCloseTo(last, 5)
    expect(advantages[0]).toBeCloseTo(first, 5)
    expect(returns[1]).toBeCloseTo(last + 4, 5)
    expect(returns[0]).toBeCloseTo(first + 3, 5)
  })

  test('count nothing behind a terminal state', () => {
    const terminal = Uint8Array.of(1)
    const { advantages } = generalisedAdvantages({ episodes: 1, steps: 2, rewards, values, discount, lambda, terminal })
    expect(advantages[1]).toBeCloseTo(2 - 4, 5)
  })

  test('never leak from one episode into the next', () => {
    const alone = generalisedAdvantages({ episodes: 1, steps: 2, rewards, values, discount, lambda })
    const both = generalisedAdvantages({
      episodes: 2,
      steps: 2,
      rewards: Float32Array.of(50, -70, ...rewards),
      values: Float32Array.of(9, 9, 900, ...values),
      discount,
      lambda,
    })
    expect([...both.advantages.subarray(2)]).toEqual([...alone.advantages])
  })

  test('are discounted return minus value where lambda is 1', () => {
    const numbers = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 7, maxLength: 7 })
    fc.assert(
      fc.property(numbers, numbers, (r, v) => {
        const given = { rewards: Float32Array.from(r.slice(0, 6)), values: Float32Array.from(v) }
        const { returns } = generalisedAdvantages({ episodes: 1, steps: 6, ...given, discount, lambda: 1 })
        const expected = given.rewards.reduceRight((sum, reward) => reward + discount * sum, given.values[6]!)
        expect(returns[0]).toBeCloseTo(expected, 3)
      }),
    )
  })
})

describe('normalised advantages', () => {
  test('have mean 0 and deviation 1', () => {
    const normalised = normaliseAdvantages(Float32Array.of(1, 3, 5, 7))
    expect([...normalised].map((x) => x * Math.sqrt(5))).toEqual([-3, -1, 1, 3].map((x) => expect.closeTo(x, 5)))
  })

  test('are 0 where all are equal', () => {
    expect([...normaliseAdvantages(Float32Array.of(2, 2, 2))]).toEqual([0, 0, 0])
  })
})
