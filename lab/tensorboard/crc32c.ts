// CRC-32C (Castagnoli): the checksum of TensorFlow's record files.

import { cyclicRedundancyCheck } from '../../sim/recording/crc.ts'

/** @source RFC 3720, appendix B.4 */
export const crc32c = cyclicRedundancyCheck(0x82f63b78)

/** Rotated and shifted, so that a checksum over bytes that hold checksums stays telling. @source LevelDB, util/crc32c.h */
export function maskedCrc32c(bytes: Uint8Array): number {
  const crc = crc32c(bytes)
  return (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0
}
