// TFRecord framing: length (8 bytes), its checksum (4), the record, its checksum (4), all little-endian.

import { maskedCrc32c } from './crc32c.ts'

const HEAD = 12
const TAIL = 4

export function frameRecord(record: Uint8Array): Uint8Array {
  const framed = new Uint8Array(HEAD + record.length + TAIL)
  const view = new DataView(framed.buffer)
  view.setBigUint64(0, BigInt(record.length), true)
  view.setUint32(8, maskedCrc32c(framed.subarray(0, 8)), true)
  framed.set(record, HEAD)
  view.setUint32(HEAD + record.length, maskedCrc32c(record), true)
  return framed
}

/** Where each whole record ends, in bytes; stops before the first that is torn or damaged. */
export function recordEnds(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const ends: number[] = []
  for (let at = 0; at + HEAD + TAIL <= bytes.length; ) {
    const length = Number(view.getBigUint64(at, true))
    const end = at + HEAD + length + TAIL
    if (view.getUint32(at + 8, true) !== maskedCrc32c(bytes.subarray(at, at + 8)) || end > bytes.length) break
    if (view.getUint32(end - TAIL, true) !== maskedCrc32c(bytes.subarray(at + HEAD, end - TAIL))) break
    ends.push(end)
    at = end
  }
  return ends
}
