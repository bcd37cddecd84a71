import { expect, test } from 'vitest'
import { hashedInteger, opaqueId } from '../../../rewards/preference/opaque-id.ts'

test('the same thing has the same name, on every machine and in every version', () => {
  expect(opaqueId('again', 'q1')).toBe('879f2d95d18166b3')
  expect(opaqueId('a', 'bc')).not.toBe(opaqueId('ab', 'c'))
  expect(opaqueId(1)).not.toBe(opaqueId('1'))
})

test('100,000 things have as many names, of 16 hexadecimal digits', () => {
  const names = new Set(Array.from({ length: 100_000 }, (_, i) => opaqueId('episode', i)))
  expect(names.size).toBe(100_000)
  for (const name of [...names].slice(0, 100)) expect(name).toMatch(/^[0-9a-f]{16}$/)
})

test('hashed numbers are spread evenly', () => {
  const counts = [0, 0, 0]
  for (let i = 0; i < 30_000; i++) counts[hashedInteger(`q${i}`, 3)]!++
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400)
})
