// Cyclic redundancy checks of 32 bits: they find accidental changes and keep nobody out.

/**
 * @param polynomial with its bits reversed, without the highest
 * @source D. V. Sarwate, Computation of cyclic redundancy checks via table look-up, 1988
 */
export function cyclicRedundancyCheck(polynomial: number): (bytes: Uint8Array) => number {
  const table = Uint32Array.from({ length: 256 }, (_, byte) => {
    let rest = byte
    for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ polynomial : rest >>> 1
    return rest
  })
  return (bytes) => {
    let rest = 0xffffffff
    for (let index = 0; index < bytes.length; index++) rest = table[(rest ^ bytes[index]!) & 0xff]! ^ (rest >>> 8)
    return (rest ^ 0xffffffff) >>> 0
  }
}

/** CRC-32 (ISO 3309), as in zip and PNG. */
export const crc32 = cyclicRedundancyCheck(0xedb88320)
