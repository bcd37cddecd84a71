import { describe, expect, test } from 'vitest'
import { ProtobufWriter } from '../../../../agents/tensor/graph/protobuf.ts'

function written(write: (writer: ProtobufWriter) => void): number[] {
  const writer = new ProtobufWriter()
  write(writer)
  return Array.from(writer.finish())
}

describe('the wire format', () => {
  // Bytes from the format's own documentation.
  test('writes whole numbers in groups of seven bits', () => {
    expect(written((writer) => writer.integer(1, 150))).toEqual([0x08, 0x96, 0x01])
    expect(written((writer) => writer.integer(1, 0))).toEqual([0x08, 0x00])
  })

  test('writes negative numbers as 64 bits', () => {
    expect(written((writer) => writer.integer(2, -2))).toEqual([0x10, 0xfe, ...Array(8).fill(0xff), 0x01])
  })

  test('writes text with its length in bytes', () => {
    const testing = [0x74, 0x65, 0x73, 0x74, 0x69, 0x6e, 0x67]
    expect(written((writer) => writer.text(2, 'testing'))).toEqual([0x12, 0x07, ...testing])
    expect(written((writer) => writer.text(2, 'é'))).toEqual([0x12, 0x02, 0xc3, 0xa9])
  })

  test('writes messages within messages', () => {
    const nested = written((writer) => writer.message(3, (inner) => inner.integer(1, 150)))
    expect(nested).toEqual([0x1a, 0x03, 0x08, 0x96, 0x01])
  })

  test('writes float32 as four bytes, the lowest first', () => {
    expect(written((writer) => writer.float(5, 1))).toEqual([0x2d, 0x00, 0x00, 0x80, 0x3f])
  })

  test('writes high field numbers in more than one byte', () => {
    expect(written((writer) => writer.integer(20, 1))).toEqual([0xa0, 0x01, 0x01])
  })

  test('grows as it must, one byte or many at a time', () => {
    const long = written((writer) => {
      for (let i = 0; i < 1000; i++) writer.integer(1, i % 100)
      writer.bytes(2, new Uint8Array(5000).fill(7))
    })
    expect(long).toHaveLength(2000 + 3 + 5000)
    expect(long.slice(0, 2000).filter((_, i) => i % 2 === 1)).toEqual(Array.from({ length: 1000 }, (_, i) => i % 100))
    expect(long.slice(2003).every((byte) => byte === 7)).toBe(true)
  })
})
