import { expect, it } from 'vitest'
import { alternate, medianRatio, rateOf } from '../../../lab/bench/rate.ts'

it('lets the cases take turns, warm-up first', async () => {
  const order: string[] = []
  const timed = (name: string) => ({
    work: () => {
      order.push(name)
      return 1
    },
  })
  const rates = await alternate([timed('a'), timed('b')], { rounds: 2, seconds: 0 })
  expect(order.join('')).toBe('ababab')
  expect(rates.map((each) => each.length)).toEqual([2, 2])
})

it('counts units, not calls', async () => {
  let calls = 0
  const rate = await rateOf({ work: () => ++calls * 0 + 1e9 }, 0)
  expect(calls).toBe(1)
  expect(rate).toBeGreaterThan(1e9)
})

it('compares round by round, so that a slow round hits both', () => {
  expect(medianRatio([100, 10, 100], [190, 18, 200])).toBeCloseTo(1.9)
})
