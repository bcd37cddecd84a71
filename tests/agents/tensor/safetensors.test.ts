import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { TensorFileError } from '../../../agents/tensor/errors.ts'
import { decodeTensors, encodeTensors, type SavedTensor } from '../../../agents/tensor/safetensors.ts'

const tensor: fc.Arbitrary<SavedTensor> = fc
  .array(fc.nat(4), { maxLength: 3 })
  .chain((shape) =>
    fc
      .float32Array({ minLength: shape.reduce((a, b) => a * b, 1), maxLength: shape.reduce((a, b) => a * b, 1) })
      .map((values) => ({ shape, values })),
  )
const name = fc.string({ minLength: 1 }).filter((text) => text !== '__metadata__')
const file = fc.record({
  tensors: fc.dictionary(name, tensor, { maxKeys: 5, noNullPrototype: true }),
  metadata: fc.dictionary(name, fc.string(), { maxKeys: 3, noNullPrototype: true }),
})

const example = encodeTensors({
  tensors: {
    weight: { shape: [2, 3], values: Float32Array.of(1, 2, 3, 4, 5, 6) },
    step: { shape: [], values: Float32Array.of(7) },
  },
  metadata: { task: 'push' },
})

function withHeader(header: unknown, data = new Uint8Array(0)): Uint8Array {
  const text = new TextEncoder().encode(typeof header === 'string' ? header : JSON.stringify(header))
  const bytes = new Uint8Array(8 + text.length + data.length)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(text.length), true)
  bytes.set(text, 8)
  bytes.set(data, 8 + text.length)
  return bytes
}

describe('tensors as bytes', () => {
  test('come back as they were', () => {
    fc.assert(
      fc.property(file, (given) => {
        expect(decodeTensors(encodeTensors(given))).toEqual(given)
      }),
    )
  })

  test('start at a multiple of eight bytes, as other readers want them', () => {
    fc.assert(
      fc.property(file, (given) => {
        const bytes = encodeTensors(given)
        expect(Number(new DataView(bytes.buffer).getBigUint64(0, true)) % 8).toBe(0)
      }),
    )
  })

  test('are found at any offset of a larger buffer', () => {
    const larger = new Uint8Array(example.length + 3)
    larger.set(example, 3)
    expect(decodeTensors(larger.subarray(3))).toEqual(decodeTensors(example))
  })

  test('cut short anywhere are a named error, never a shorter tensor', () => {
    for (let length = 0; length < example.length; length++) {
      expect(() => decodeTensors(example.subarray(0, length))).toThrow(TensorFileError)
    }
  })

  test('with any byte of the header changed decode or fail by name', () => {
    const positions = fc.nat(example.length - 29)
    fc.assert(
      fc.property(positions, fc.nat(255), (at, byte) => {
        const damaged = example.slice()
        damaged[at] = byte
        try {
          decodeTensors(damaged)
        } catch (error) {
          expect(error).toBeInstanceOf(TensorFileError)
        }
      }),
      { numRuns: 1000 },
    )
  })
})

describe('what is wrong is said', () => {
  const cases: readonly (readonly [string, Uint8Array, string])[] = [
    ['an empty file', new Uint8Array(0), 'safetensors: 0 bytes are too few for a header'],
    ['text', new TextEncoder().encode('hello world'), 'bytes of 11: cut short, or another format'],
    ['no JSON', withHeader('{ not json'), 'safetensors: the header is not JSON: damaged, or another format'],
    ['a list', withHeader([]), 'safetensors: the header is not a JSON object: damaged, or another format'],
    ['numbers as metadata', withHeader({ __metadata__: { a: 1 } }), "'__metadata__' holds something other than text"],
    [
      'another type',
      withHeader({ a: { dtype: 'BF16', shape: [1], data_offsets: [0, 2] } }, new Uint8Array(2)),
      "safetensors: tensor 'a' is BF16, only F32 is read",
    ],
    [
      'a negative size',
      withHeader({ a: { dtype: 'F32', shape: [-1], data_offsets: [0, 4] } }, new Uint8Array(4)),
      "safetensors: tensor 'a' has no valid shape and offsets",
    ],
    [
      'a wrong size',
      withHeader({ a: { dtype: 'F32', shape: [2], data_offsets: [0, 4] } }, new Uint8Array(4)),
      "safetensors: tensor 'a' of shape [2] has 4 bytes",
    ],
    [
      'a gap',
      withHeader({ a: { dtype: 'F32', shape: [1], data_offsets: [4, 8] } }, new Uint8Array(8)),
      "safetensors: tensor 'a' starts at 4, expected 0",
    ],
    ['a rest', withHeader({}, new Uint8Array(4)), 'safetensors: 4 bytes follow the last tensor'],
  ]
  test.each(cases)('for %s', (_, bytes, message) => {
    expect(() => decodeTensors(bytes)).toThrow(message)
  })

  test('for a tensor whose numbers do not fit its shape', () => {
    const tensors = { a: { shape: [3], values: new Float32Array(2) } }
    expect(() => encodeTensors({ tensors, metadata: {} })).toThrow("tensor 'a' of shape [3] has 2 numbers")
  })

  test('for a tensor with the reserved name', () => {
    const tensors = { __metadata__: { shape: [0], values: new Float32Array(0) } }
    expect(() => encodeTensors({ tensors, metadata: {} })).toThrow("'__metadata__' is reserved and names no tensor")
  })
})

test('a file read as a Node Buffer holds the same numbers', () => {
  const tensors = { a: { shape: [2], values: Float32Array.of(1, 2) }, b: { shape: [1], values: Float32Array.of(3) } }
  const read = decodeTensors(Buffer.from(encodeTensors({ tensors, metadata: {} })))
  expect(read.tensors).toEqual(tensors)
})
