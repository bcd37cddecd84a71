import { expect, test } from 'vitest'
import { crc32c, maskedCrc32c } from '../../../lab/tensorboard/crc32c.ts'

test('is the checksum of the standard: 32 zeros, 32 ones, rising and falling bytes', () => {
  const rising = Uint8Array.from({ length: 32 }, (_, i) => i)
  expect(crc32c(new Uint8Array(32))).toBe(0x8a9136aa)
  expect(crc32c(new Uint8Array(32).fill(0xff))).toBe(0x62a8ab43)
  expect(crc32c(rising)).toBe(0x46dd794e)
  expect(crc32c(rising.toReversed())).toBe(0x113fdb5c)
})

test('masked is rotated by 15 bits and shifted by a constant', () => {
  const text = new TextEncoder().encode('123456789')
  expect(crc32c(text)).toBe(0xe3069283)
  expect(maskedCrc32c(text)).toBe(((((0xe3069283 >>> 15) | (0xe3069283 << 17)) >>> 0) + 0xa282ead8) % 2 ** 32)
})
