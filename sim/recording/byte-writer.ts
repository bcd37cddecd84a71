// Little-endian bytes of known total length, written from start to end; `checksum` closes a block.

import { crc32 } from './crc.ts'

export class ByteWriter {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  #offset = 0
  #blockStart = 0

  constructor(length: number) {
    this.#bytes = new Uint8Array(length)
    this.#view = new DataView(this.#bytes.buffer)
  }

  uint32(value: number): void {
    this.#view.setUint32(this.#offset, value, true)
    this.#offset += 4
  }

  bytes(values: Uint8Array): void {
    this.#bytes.set(values, this.#offset)
    this.#offset += values.length
  }

  floats(values: Float32Array): void {
    for (const value of values) {
      this.#view.setFloat32(this.#offset, value, true)
      this.#offset += 4
    }
  }

  /** CRC-32 of everything since the last checksum. */
  checksum(): void {
    this.uint32(crc32(this.#bytes.subarray(this.#blockStart, this.#offset)))
    this.#blockStart = this.#offset
  }

  finish(): Uint8Array {
    return this.#bytes
  }
}
