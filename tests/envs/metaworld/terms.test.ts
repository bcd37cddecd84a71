import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  aboveFloor,
  type Caging,
  caging,
  cagingByGap,
  cagingSparse,
  cagingWithReach,
  funnelFloor,
  gaussianTolerance,
  hamacher,
  tolerance,
  uprightness,
} from '../../../envs/metaworld/terms.ts'

const share = fc.double({ min: 0, max: 1, noNaN: true })
const length = fc.double({ min: 0, max: 2, noNaN: true })

test('tolerance is 1 in the band, 0.1 a margin outside it', () => {
  expect(tolerance(0.05, { most: 0.05, margin: 0.2 })).toBe(1)
  expect(tolerance(0.25, { most: 0.05, margin: 0.2 })).toBeCloseTo(0.1, 12)
  expect(tolerance(0.01, { least: 0.02, most: 0.05, margin: 0.01 })).toBeCloseTo(0.1, 12)
  expect(tolerance(0.06, { most: 0.05, margin: 0 })).toBe(0)
  expect(tolerance(0.05, { most: 0.05, margin: -1 })).toBe(1)
})

test('gaussian tolerance agrees with the other in the band and a margin outside it, is higher before and lower after', () => {
  const band = { least: 0.02, most: 0.05, margin: 0.2 }
  expect(gaussianTolerance(0.05, band)).toBe(1)
  expect(gaussianTolerance(0.25, band)).toBeCloseTo(0.1, 12)
  expect(gaussianTolerance(0.15, band)).toBeCloseTo(0.1 ** 0.25, 12)
  expect(gaussianTolerance(0.45, band)).toBeCloseTo(1e-4, 12)
  expect(gaussianTolerance(0.01, { ...band, margin: 0.01 })).toBeCloseTo(0.1, 12)
  expect(gaussianTolerance(0.06, { ...band, margin: 0 })).toBe(0)
})

test('tolerance falls with distance and stays in [0, 1]', () => {
  fc.assert(
    fc.property(length, length, length, (a, b, margin) => {
      const [near, far] = [Math.min(a, b), Math.max(a, b)]
      const at = (x: number) => tolerance(x, { most: 0.1, margin })
      expect(at(far)).toBeLessThanOrEqual(at(near))
      expect(at(near)).toBeLessThanOrEqual(1)
      expect(at(far)).toBeGreaterThanOrEqual(0)
    }),
  )
})

test('hamacher is an "and": 1 is neutral, 0 wins, both zero gives zero', () => {
  fc.assert(
    fc.property(share, share, (a, b) => {
      expect(hamacher(a, 1)).toBeCloseTo(a, 9)
      expect(hamacher(a, 0)).toBe(0)
      expect(hamacher(a, b)).toBe(hamacher(b, a))
      expect(hamacher(a, b)).toBeLessThanOrEqual(Math.min(a, b) + 1e-12)
    }),
  )
  expect(hamacher(0, 0)).toBe(0)
  expect(hamacher(0.5, 0.5)).toBeCloseTo(1 / 3, 12)
})

/** Hand around an object, ready to close. */
const CAGED: Caging = {
  padY: [0.56, 0.64],
  tcp: [0, 0.6, 0.022],
  object: [0, 0.6, 0.02],
  objectStart: [0, 0.6, 0.02],
  tcpStart: [0, 0.6, 0.155],
  grip: 0,
  objectRadius: 0.015,
  padReach: 0.05,
  xzReach: 0.005,
}

test('caged without gripping scores a half, with gripping 1', () => {
  expect(caging(CAGED)).toBe(0.5)
  expect(caging({ ...CAGED, grip: 1 })).toBe(1)
  expect(caging({ ...CAGED, grip: -1 })).toBe(0.5)
  expect(caging({ ...CAGED, grip: 0.5 })).toBeCloseTo((0.5 + 1) / 2, 12)
})

test('gripping counts only once caged', () => {
  const above = { ...CAGED, tcp: [0, 0.6, 0.08] } as const
  expect(caging({ ...above, grip: 1 })).toBe(caging(above))
  expect(caging(above)).toBeLessThan(0.5)
})

test('a pad that is too far or inside the object uncages', () => {
  // The margin is the pad's distance to the object's start beyond its reach: 1 cm at y = 0.66, so 1 cm off scores 0.1.
  const far = caging({ ...CAGED, padY: [0.56, 0.66] })
  expect(far).toBeCloseTo(0.1 / 2, 9)
  expect(caging({ ...CAGED, padY: [0.595, 0.64] })).toBeLessThan(0.5)
})

test('a smaller effort counts as a full grip where a task asks for less', () => {
  expect(caging({ ...CAGED, grip: 0.1, effort: 0.1 })).toBe(1)
  expect(caging({ ...CAGED, grip: 0.35, effort: 0.7 })).toBe(caging({ ...CAGED, grip: 0.5 }))
})

test('sparse caging gives nothing for a cage without a grip, caging with reach half for being there', () => {
  expect(cagingSparse(CAGED)).toBe(0)
  expect(cagingSparse({ ...CAGED, grip: 1 })).toBe(1)
  expect(cagingWithReach(CAGED, 0.01)).toBe(0.5)
  expect(cagingWithReach({ ...CAGED, grip: 1 }, 0.01)).toBe(1)
  // 13.5 cm above: a margin of 12.5 cm, and 12.5 cm outside the reach.
  expect(cagingWithReach({ ...CAGED, tcp: [0, 0.6, 0.155] }, 0.01)).toBeCloseTo(0.1 / 2, 9)
})

test('caging by gap wants the pads close, whatever the command', () => {
  const held = { ...CAGED, padY: [0.577, 0.623], grip: -1 } as const
  expect(cagingByGap(held, 0.01)).toBe(1)
  expect(cagingByGap({ ...CAGED, grip: 1 }, 0.01)).toBeLessThan(0.8)
  expect(cagingByGap({ ...held, tcp: [0, 0.6, 0.08] }, 0.01)).toBeLessThan(0.5)
})

test('uprightness falls with the angle and takes q and -q for the same', () => {
  const ideal = [0, 0, 0, 1] as const
  expect(uprightness(ideal, ideal, 0.4)).toBe(1)
  expect(uprightness([0, 0, 0, -1], ideal, 0.4)).toBe(1)
  const tilted = (half: number) => [Math.sin(half), 0, 0, Math.cos(half)] as const
  expect(uprightness(tilted(0.1), ideal, 0.4)).toBeCloseTo(1 - (2 * Math.sin(0.05)) / 0.4, 9)
  expect(uprightness(tilted(0.5), ideal, 0.4)).toBe(0)
})

test('a funnel has no floor in its throat and rises as a logarithm around it', () => {
  const funnel = { throat: 0.03, slope: 0.015, height: 0.15 }
  expect(funnelFloor(0.03, funnel)).toBe(0)
  expect(funnelFloor(0.13, funnel)).toBeCloseTo(0.015 * Math.log(0.1) + 0.15, 9)
  expect(funnelFloor(1.03, funnel)).toBeCloseTo(0.15, 9)
})

test('above a floor scores 1, a margin below it 0.1', () => {
  expect(aboveFloor(0.2, 0.1, 0.02)).toBe(1)
  expect(aboveFloor(0.095, 0.1, 0.02)).toBe(1)
  expect(aboveFloor(0.07, 0.1, 0.02)).toBeCloseTo(0.1, 9)
})
