import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deviationOf, isConstant, noSpread, widened } from '../../../rewards/factors/spread.ts'

test('the running deviation is the deviation of all values so far', () => {
  const values = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 1, maxLength: 50 })
  fc.assert(
    fc.property(values, (all) => {
      const mean = all.reduce((sum, value) => sum + value, 0) / all.length
      const expected = Math.sqrt(all.reduce((sum, value) => sum + (value - mean) ** 2, 0) / all.length)
      expect(deviationOf(all.reduce(widened, noSpread))).toBeCloseTo(expected, 6)
    }),
  )
})

test('what never changes is constant, however large it is', () => {
  expect(isConstant([1e6, 1e6, 1e6].reduce(widened, noSpread))).toBe(true)
  expect(isConstant([0.1, 0.1, 0.1001].reduce(widened, noSpread))).toBe(false)
})
