// The reading side of `ByteWriter`: every shortage and every wrong checksum is an error that names the byte.

import { crc32 } from './crc.ts'
import { RecordingFormatError } from './errors.ts'

export class ByteReader {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  #offset = 0
  #blockStart = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  get offset(): number {
    return this.#offset
  }

  /** A byte without moving on; undefined past the end. */
  peek(at: number): number | undefined {
    return this.#bytes[at]
  }

  /** @param what named when the bytes end before it does */
  uint32(what: string): number {
    return this.#view.getUint32(this.#take(4, what), true)
  }

  bytes(length: number, what: string): Uint8Array {
    const start = this.#take(length, what)
    return this.#bytes.slice(start, start + length)
  }

  floats(length: number, what: string): Float32Array {
    const start = this.#take(4 * length, what)
    return Float32Array.from({ length }, (_, index) => this.#view.getFloat32(start + 4 * index, true))
  }

  checksum(what: string): void {
    const start = this.#blockStart
    const found = crc32(this.#bytes.subarray(start, this.#offset))
    const end = this.#offset
    const expected = this.uint32(`the checksum of ${what}`)
    this.#blockStart = this.#offset
    if (found === expected) return
    const where = `bytes ${start} to ${end - 1} (${what})`
    throw new RecordingFormatError(
      'corrupted',
      `${where} have the checksum ${hex(found)}, expected ${hex(expected)}`,
      start,
    )
  }

  end(): void {
    const extra = this.#bytes.length - this.#offset
    if (extra === 0) return
    const message = `it should end at byte ${this.#offset}, found ${extra} more`
    throw new RecordingFormatError('corrupted', message, this.#offset)
  }

  #take(length: number, what: string): number {
    const start = this.#offset
    const left = this.#bytes.length - start
    if (length > left) {
      const message = `${what} needs ${length} bytes from byte ${start}, found ${left}`
      throw new RecordingFormatError('truncated', message, this.#bytes.length)
    }
    this.#offset += length
    return start
  }
}

function hex(checksum: number): string {
  return checksum.toString(16).padStart(8, '0')
}
