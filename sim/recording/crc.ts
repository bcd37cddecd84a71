// CRC-32 (ISO 3309, as in zip and PNG): finds accidental changes, keeps nobody out.

const POLYNOMIAL = 0xedb88320

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ POLYNOMIAL : rest >>> 1
  return rest
})

export function crc32(bytes: Uint8Array): number {
  let rest = 0xffffffff
  for (let index = 0; index < bytes.length; index++) rest = table[(rest ^ bytes[index]!) & 0xff]! ^ (rest >>> 8)
  return (rest ^ 0xffffffff) >>> 0
}
