import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressOf, readAddress } from '../../../../viewer/client/watch/address.ts'

test('one run stands alone in the address, two beside each other', () => {
  expect(addressOf({ right: 'a', left: 'a' })).toBe('#a')
  expect(addressOf({ right: 'teachers/a', left: 'b' })).toBe('#teachers%2Fa&beside=b')
  expect(addressOf({})).toBe('#')
})

test('what is written is read, whatever the names', () => {
  const name = fc.string({ minLength: 1, unit: 'grapheme' })
  fc.assert(
    fc.property(name, name, (left, right) => {
      const read = readAddress(addressOf({ left, right }))
      expect(read).toEqual(left === right ? { right } : { left, right })
    }),
  )
})

test('a broken address names no run', () => {
  expect(readAddress('#%zz')).toEqual({})
  expect(readAddress('')).toEqual({})
})
