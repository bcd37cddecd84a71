import { describe, expect, test } from 'vitest'
import { count, positive, share } from '../../agents/settings.ts'

describe('numbers that settings are made of', () => {
  const accepts = (schema: { safeParse(value: unknown): { success: boolean } }) => (value: unknown) =>
    schema.safeParse(value).success

  test('a count is whole and within its limits', () => {
    const fits = accepts(count(2, 5))
    expect([1, 2, 5, 6, 2.5, '3'].map(fits)).toEqual([false, true, true, false, false, false])
  })

  test('a positive number is above 0 and no larger than its limit', () => {
    const fits = accepts(positive(1))
    expect([0, 1e-9, 1, 1.1, Number.NaN].map(fits)).toEqual([false, true, true, false, false])
  })

  test('a share lies between 0 and 1, both included', () => {
    const fits = accepts(share())
    expect([-0.1, 0, 0.5, 1, 1.1].map(fits)).toEqual([false, true, true, true, false])
  })
})
