import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arcTangent, cosine, exponential, hyperbolicTangent, naturalLogarithm, sine } from '../../sim/elementary.ts'

function close(found: number, expected: number): void {
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-14 * Math.max(1, Math.abs(expected)))
}

test('logarithm, exponential, sine and arc tangent agree with those of the engine to the last digits', () => {
  const real = (min: number, max: number) => fc.double({ min, max, noNaN: true })
  fc.assert(fc.property(real(1e-12, 1e6), (x) => close(naturalLogarithm(x), Math.log(x))))
  fc.assert(fc.property(real(-40, 5), (x) => close(exponential(x), Math.exp(x))))
  fc.assert(fc.property(real(-50, 50), (x) => close(sine(x), Math.sin(x))))
  fc.assert(fc.property(real(-50, 50), (x) => close(cosine(x), Math.cos(x))))
  const side = fc.integer({ min: -3000, max: 3000 }).map((millimetres) => millimetres / 1000)
  fc.assert(fc.property(side, side, (y, x) => close(arcTangent(y, x), Math.atan2(y, x))))
})

test('their ends are those of the functions', () => {
  expect(naturalLogarithm(1)).toBe(0)
  expect(exponential(0)).toBe(1)
  expect(exponential(-1e6)).toBe(0)
  expect(exponential(1e6)).toBe(Number.POSITIVE_INFINITY)
  expect(arcTangent(0, 0)).toBe(0)
  expect(arcTangent(0, -2)).toBe(Math.PI)
  expect(arcTangent(-3, 0)).toBeCloseTo(-Math.PI / 2, 15)
})

test('the hyperbolic tangent agrees with that of the engine, far out too', () => {
  for (const x of [-1000, -3, -0.4, 0, 1e-4, 0.4, 3, 1000]) expect(hyperbolicTangent(x)).toBeCloseTo(Math.tanh(x), 14)
})
