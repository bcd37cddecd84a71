import { describe, expect, test } from 'vitest'
import { raw } from '../../../envs/views/raw.ts'
import { relative } from '../../../envs/views/relative.ts'

/** Hand body at the fingertips' height plus 4.5 cm, object, goal: everything else zero. */
function observation(hand: number[], object: number[], goal: number[]): Float32Array {
  const values = new Float32Array(39)
  values.set([...hand, 1], 0)
  values.set(object, 4)
  values.set(values.subarray(0, 18), 18)
  values.set(goal, 36)
  return values
}

const view = (values: Float32Array) => {
  const out = new Float32Array(relative.size(39))
  relative.apply(values, 1, 39, out)
  return out
}

describe('the relative view', () => {
  test('does not change its relations when everything is moved together', () => {
    const here = view(observation([0, 0.6, 0.145], [0.03, 0.6, 0.02], [0.03, 0.8, 0.02]))
    const there = view(observation([0.1, 0.7, 0.145], [0.13, 0.7, 0.02], [0.13, 0.9, 0.02]))
    // The first nine are places, all others movements, offsets and distances.
    for (let i = 9; i < 30; i++) expect(there[i]).toBeCloseTo(here[i]!, 4)
    expect(there[0]).not.toBeCloseTo(here[0]!, 2)
  })

  test('measures distances from the finger tips, not from the hand', () => {
    const touching = view(observation([0, 0.6, 0.065], [0, 0.6, 0.02], [0, 0.8, 0.02]))
    expect(touching[26]).toBeCloseTo(0, 5)
    expect(touching[27]).toBeCloseTo(0.2 / 0.1, 5)
  })

  test('fills every number of its size and reads many rows', () => {
    const one = observation([0.01, 0.6, 0.2], [0.03, 0.61, 0.02], [0.05, 0.8, 0.1])
    const rows = new Float32Array([...one, ...one])
    const out = new Float32Array(2 * relative.size(39)).fill(Number.NaN)
    relative.apply(rows, 2, 39, out)
    expect(out.every(Number.isFinite)).toBe(true)
    expect(out.slice(0, 30)).toEqual(out.slice(30))
  })

  test('refuses observations of another layout and says what to use', () => {
    expect(() => relative.apply(new Float32Array(5), 1, 5, new Float32Array(30))).toThrow(
      'the relative view reads 39 numbers, found 5; use view=raw',
    )
  })
})

test('the raw view hands everything on as it is', () => {
  const values = Float32Array.from({ length: 10 }, (_, i) => i)
  const out = new Float32Array(10)
  raw.apply(values, 2, 5, out)
  expect(raw.size(5)).toBe(5)
  expect(out).toEqual(values)
})
