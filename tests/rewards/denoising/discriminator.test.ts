import { describe, expect, test } from 'vitest'
import { follow, freshDiscriminator, judge, trustThreshold, warmth } from '../../../rewards/denoising/discriminator.ts'

const settings = { alpha: 0.5, firstTolerance: 3, lastTolerance: 1, passes: 600, flip: 0.001, warmup: 50 }

describe('trustThreshold', () => {
  test('begins where everything is trusted: -ln 1e-8 + min(3 x 1, 3)', () => {
    expect(trustThreshold(freshDiscriminator(), settings)).toBeCloseTo(18.42068 + 3, 4)
  })

  test('is -ln x + x / 2 + b Var, by hand: x = 0.7, Var = 0.2, b = 2 half way', () => {
    const state = { ...freshDiscriminator(), largest: 0.7, variance: 0.2, passes: 300 }
    expect(trustThreshold(state, settings)).toBeCloseTo(0.356675 + 0.35 + 0.4, 5)
  })

  test('its tolerance falls no further than to its last', () => {
    const state = { ...freshDiscriminator(), largest: 0.7, variance: 0.2, passes: 6000 }
    expect(trustThreshold(state, settings)).toBeCloseTo(0.356675 + 0.35 + 0.2, 5)
  })
})

test('judges: trusts below the threshold, doubts above it, turns round what is less likely than 0.001', () => {
  const state = { ...freshDiscriminator(), largest: 0.7, variance: 0.2, passes: 300 }
  expect(judge([0.1, 1.1, 1.2, 6.9, 6.91], state, settings)).toEqual([
    'trusted',
    'trusted',
    'doubted',
    'doubted',
    'turned',
  ])
})

describe('follow', () => {
  test('moves the largest and the mean by a tenth, and counts', () => {
    const state = freshDiscriminator()
    follow(state, [0.2, 0.6])
    expect(state).toMatchObject({ count: 2, passes: 1 })
    expect(state.largest).toBeCloseTo(0.06, 9)
    expect(state.mean).toBeCloseTo(0.04, 9)
    expect(state.variance).toBeCloseTo(0.04, 9)
    follow(state, [1])
    expect(state.largest).toBeCloseTo(0.06 + 0.1 * 0.94, 9)
    // (0.04 x 2 + 0 + 0.96^2 x 2 x 1 / 3) / 3
    expect(state.variance).toBeCloseTo((0.08 + (0.9216 * 2) / 3) / 3, 9)
  })

  test('only counts a pass in which nothing was trusted', () => {
    const state = freshDiscriminator()
    follow(state, [])
    expect(state).toEqual({ ...freshDiscriminator(), passes: 1 })
  })
})

test('warms up in a straight line, or not at all', () => {
  const after = (passes: number) => warmth({ ...freshDiscriminator(), passes }, settings)
  expect([after(0), after(25), after(50), after(500)]).toEqual([0, 0.5, 1, 1])
  expect(warmth(freshDiscriminator(), { ...settings, warmup: 0 })).toBe(1)
})
