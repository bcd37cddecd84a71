// Protocol-buffer wire format, writing only: as much of it as an ONNX model needs.

const varint = 0
const lengthDelimited = 2
const fixed32 = 5

/** Grows as it is written to. Field numbers are those of onnx.proto. */
export class ProtobufWriter {
  #bytes = new Uint8Array(256)
  #length = 0

  integer(field: number, value: number): void {
    this.#tag(field, varint)
    this.#varint(BigInt(value))
  }

  float(field: number, value: number): void {
    this.#tag(field, fixed32)
    const at = this.#reserve(4)
    new DataView(this.#bytes.buffer).setFloat32(at, value, true)
  }

  text(field: number, value: string): void {
    this.bytes(field, new TextEncoder().encode(value))
  }

  bytes(field: number, value: Uint8Array): void {
    this.#tag(field, lengthDelimited)
    this.#varint(BigInt(value.length))
    const at = this.#reserve(value.length)
    this.#bytes.set(value, at)
  }

  message(field: number, write: (writer: ProtobufWriter) => void): void {
    const inner = new ProtobufWriter()
    write(inner)
    this.bytes(field, inner.finish())
  }

  finish(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }

  #tag(field: number, wireType: number): void {
    this.#varint(BigInt((field << 3) | wireType))
  }

  /** Negative numbers are written as 64-bit two's complement. */
  #varint(value: bigint): void {
    let rest = BigInt.asUintN(64, value)
    do {
      const low = Number(rest & 0x7fn)
      rest >>= 7n
      const at = this.#reserve(1)
      this.#bytes[at] = rest > 0n ? low | 0x80 : low
    } while (rest > 0n)
  }

  #reserve(count: number): number {
    const at = this.#length
    this.#length += count
    if (this.#length > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(this.#length, 2 * this.#bytes.length))
      larger.set(this.#bytes.subarray(0, at))
      this.#bytes = larger
    }
    return at
  }
}
