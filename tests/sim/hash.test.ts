import fc from 'fast-check'
import { expect, test } from 'vitest'
import { StateHash } from '../../sim/hash.ts'

const hashOf = (values: readonly number[]) => new StateHash().addAll(values).digest()

test('a hash is sixteen hexadecimal digits', () => {
  expect(hashOf([])).toMatch(/^[0-9a-f]{16}$/)
  expect(hashOf([1, 2, 3])).toMatch(/^[0-9a-f]{16}$/)
})

test('equal numbers have equal hashes, in one go or one by one', () => {
  fc.assert(
    fc.property(fc.array(fc.double()), (values) => {
      const hash = new StateHash()
      for (const value of values) hash.add(value)
      expect(hash.digest()).toBe(hashOf([...values]))
    }),
  )
})

test('the smallest change of one number, their order and their count all show', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ noNaN: true, min: 1, max: 2 }), { minLength: 1, maxLength: 30 }),
      fc.nat(),
      (values, at) => {
        const changed = [...values]
        const i = at % values.length
        changed[i] = changed[i]! + Number.EPSILON * 2
        expect(hashOf(changed)).not.toBe(hashOf(values))
        expect(hashOf([...values, 0])).not.toBe(hashOf(values))
      },
    ),
  )
  expect(hashOf([1, 2])).not.toBe(hashOf([2, 1]))
  expect(hashOf([0])).not.toBe(hashOf([-0]))
})

test('a hundred thousand states of small numbers do not collide', () => {
  const seen = new Set<string>()
  for (let i = 0; i < 100_000; i++) seen.add(hashOf([Math.fround(i * 1e-3), i & 3]))
  expect(seen.size).toBe(100_000)
})
