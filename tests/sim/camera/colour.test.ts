import { describe, expect, it, test } from 'vitest'
import { decode, dimmed, encode, LEVELS_PER_LIGHT, litInk, packed, plainInk } from '../../../sim/camera/colour.ts'

describe('sRGB', () => {
  it('and light are each other undone', () => {
    for (let value = 0; value <= 255; value++) expect(Math.round(255 * encode(decode(value / 255)))).toBe(value)
  })

  it('agrees with the standard at its middle and its ends', () => {
    expect(decode(0.5)).toBeCloseTo(0.21404114, 8)
    expect(encode(0.5)).toBeCloseTo(0.73535698, 8)
    expect([encode(0), encode(1), encode(2)]).toEqual([0, expect.closeTo(1, 12), expect.closeTo(1, 12)])
  })
})

test('an ink in full light is its colour, in none black', () => {
  const ink = litInk('#c86432')
  expect(ink[Math.round(LEVELS_PER_LIGHT)]).toBe(packed(0xc8, 0x64, 0x32))
  expect(ink[0]).toBe(0)
})

test('a plain ink is the same in any light', () => {
  expect(new Set(plainInk(7))).toEqual(new Set([7]))
})

test('dimming takes light, not sRGB', () => {
  expect(dimmed(1)).toEqual(Uint8Array.from({ length: 256 }, (_, value) => value))
  expect(dimmed(0.5)[255]).toBe(Math.round(255 * 0.73535698))
})
