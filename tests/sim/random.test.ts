import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type RandomStream, randomStream } from '../../sim/random.ts'

const DRAWS = 40_000

function draw(next: (stream: RandomStream) => number, seed = 1): number[] {
  const stream = randomStream(seed, 'test')
  return Array.from({ length: DRAWS }, () => next(stream))
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** Moment `order` about zero. */
const moment = (values: readonly number[], order: number) => mean(values.map((value) => value ** order))

/** Chi-squared of counts against equal shares. */
function chiSquared(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
}

function countInto(cells: number, values: readonly number[]): number[] {
  const counts = Array<number>(cells).fill(0)
  for (const value of values) counts[value] = counts[value]! + 1
  return counts
}

test('the same seed and name give the same numbers, written down here for every machine', () => {
  const stream = randomStream(7, 'place')
  const numbers = [stream.uniform(0, 1), stream.normal(), stream.integer(1000)]
  expect(numbers).toMatchInlineSnapshot(`
    [
      0.9338838388027823,
      -2.381495302346555,
      851,
    ]
  `)
})

test('seeds and names each give a stream of their own', () => {
  const firsts = new Set<number>()
  for (let seed = 0; seed < 500; seed++) {
    for (const name of ['a', 'b', 'ab', 'ba']) firsts.add(randomStream(seed, name).uniform(0, 1))
  }
  expect(firsts.size).toBe(2000)
})

test('seeds that differ only above 32 bits differ', () => {
  expect(randomStream(5, 'x').uniform(0, 1)).not.toBe(randomStream(5 + 2 ** 32, 'x').uniform(0, 1))
})

test('first numbers of consecutive seeds are uniform, not a ramp', () => {
  const cells = Array.from({ length: DRAWS }, (_, seed) => Math.floor(randomStream(seed, 'x').uniform(0, 20)))
  // 19 degrees of freedom: above 43.8 once in a thousand.
  expect(chiSquared(countInto(20, cells))).toBeLessThan(43.8)
})

test('uniform numbers fill their interval evenly, also in pairs', () => {
  const values = draw((stream) => stream.uniform(-2, 3))
  expect(Math.min(...values)).toBeGreaterThanOrEqual(-2)
  expect(Math.max(...values)).toBeLessThan(3)
  expect(mean(values)).toBeCloseTo(0.5, 1)
  const pairs = values.slice(1).map((value, i) => Math.floor(value + 2) * 5 + Math.floor(values[i]! + 2))
  // 24 degrees of freedom: above 51.2 once in a thousand.
  expect(chiSquared(countInto(25, pairs))).toBeLessThan(51.2)
})

test('normal numbers have the moments and the tails of the standard normal', () => {
  const values = draw((stream) => stream.normal())
  expect(Math.abs(mean(values))).toBeLessThan(0.02)
  expect(Math.abs(moment(values, 2) - 1)).toBeLessThan(0.03)
  expect(Math.abs(moment(values, 3))).toBeLessThan(0.06)
  expect(Math.abs(moment(values, 4) - 3)).toBeLessThan(0.2)
  const beyond = (limit: number) => values.filter((value) => Math.abs(value) > limit).length / DRAWS
  expect(beyond(1)).toBeCloseTo(0.3173, 1)
  expect(Math.abs(beyond(1.96) - 0.05)).toBeLessThan(0.005)
  expect(Math.abs(beyond(3) - 0.0027)).toBeLessThan(0.0011)
})

test('integers are equally likely, also where 2^32 is no multiple', () => {
  expect(
    chiSquared(
      countInto(
        7,
        draw((stream) => stream.integer(7)),
      ),
    ),
  ).toBeLessThan(22.5)
  const large = 3 * 2 ** 30
  const low = draw((stream) => stream.integer(large)).filter((value) => value < large / 3).length
  expect(Math.abs(low / DRAWS - 1 / 3)).toBeLessThan(0.01)
})

test('a restored state goes on with the same numbers, through JSON', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat({ max: 20 }), (seed, skip) => {
      const stream = randomStream(seed, 'state')
      for (let i = 0; i < skip; i++) stream.normal()
      const state = JSON.parse(JSON.stringify(stream.state()))
      const expected = [stream.normal(), stream.uniform(0, 1), stream.integer(9)]
      const other = randomStream(0, 'other')
      other.restore(state)
      expect([other.normal(), other.uniform(0, 1), other.integer(9)]).toEqual(expected)
    }),
  )
})

test('a seed that is no whole number is refused with what was found', () => {
  for (const seed of [-1, 0.5, Number.NaN, 2 ** 53]) {
    expect(() => randomStream(seed, 'x')).toThrow(`a seed is a whole number from 0 to 2^53 - 1, found ${seed}`)
  }
  expect(() => randomStream(1, 'x').integer(0)).toThrow('whole number from 1 to 2^32, found 0')
})
