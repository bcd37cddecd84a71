import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FILTER } from '../../../sim/hand/constants.ts'
import { followTarget } from '../../../sim/hand/filter.ts'

const timestep = 1 / 160

/** Follows a target for `steps` with parts that keep up perfectly; returns places and speeds. */
function follow(target: number, steps: number): { base: number; velocity: number }[] {
  let base = 0
  let velocity = 0
  return Array.from({ length: steps }, () => {
    const next = followTarget({ base, velocity, target, low: base, high: base, timestep })
    velocity = (next - base) / timestep
    base = next
    return { base, velocity }
  })
}

test('the base arrives at its target without overshoot', () => {
  const path = follow(0.1, 200)
  expect(path.at(-1)!.base).toBeCloseTo(0.1, 6)
  expect(Math.max(...path.map(({ base }) => base))).toBeLessThan(0.1 + 1e-9)
})

test('speed and acceleration stay within their limits', () => {
  const path = follow(10, 60)
  const speeds = path.map(({ velocity }) => velocity)
  expect(Math.max(...speeds)).toBeCloseTo(FILTER.speed, 6)
  speeds.reduce((before, speed) => {
    expect(Math.abs(speed - before) / timestep).toBeLessThan(FILTER.acceleration + 1e-6)
    return speed
  }, 0)
})

test('the base never leads blocked parts by more than the lead, wherever they are', () => {
  const place = fc.double({ min: -0.2, max: 0.2, noNaN: true })
  fc.assert(
    fc.property(
      place,
      place,
      fc.double({ min: -1, max: 1, noNaN: true }),
      place,
      place,
      (base, target, velocity, a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)]
        const next = followTarget({ base, velocity, target, low, high, timestep })
        const lead = Math.max(next - low, high - next)
        const before = Math.max(base - low, high - base)
        expect(lead).toBeLessThanOrEqual(Math.max(FILTER.lead, before, high - low) + 1e-12)
      },
    ),
  )
})

test('parts that are left behind stop the base, they do not throw it back', () => {
  const next = followTarget({ base: 0.05, velocity: 0.5, target: 1, low: 0, high: 0, timestep })
  expect(next).toBe(0.05)
})
