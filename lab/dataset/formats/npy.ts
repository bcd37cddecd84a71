// One array as numpy's .npy: a magic, a header in Python's own words, the numbers.
// https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html

import { UserError } from '../../errors/user-error.ts'
import type { NamedArray } from './array-file.ts'

const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0]
const ALIGNMENT = 64
const CHARACTER = 4

export function encodeNpy({ values, shape }: NamedArray): Uint8Array {
  const [kind, bytes] = Array.isArray(values) ? encodeTexts(values) : encodeNumbers(values as Float32Array)
  const sizes = shape.length === 1 ? `${shape[0]},` : shape.join(', ')
  const dictionary = `{'descr': '${kind}', 'fortran_order': False, 'shape': (${sizes}), }`
  const before = MAGIC.length + 2
  const padded = Math.ceil((before + dictionary.length + 1) / ALIGNMENT) * ALIGNMENT - before
  const out = new Uint8Array(before + padded + bytes.length)
  out.set(MAGIC)
  new DataView(out.buffer).setUint16(MAGIC.length, padded, true)
  out.set(new TextEncoder().encode(`${dictionary.padEnd(padded - 1)}\n`), before)
  out.set(bytes, before + padded)
  return out
}

/** Bytes are flags in all that rapref writes. */
function encodeNumbers(values: Float32Array | Int32Array | Uint8Array): [string, Uint8Array] {
  const kind = values instanceof Float32Array ? '<f4' : values instanceof Int32Array ? '<i4' : '|b1'
  return [kind, new Uint8Array(values.buffer, values.byteOffset, values.byteLength)]
}

/** UTF-32, as long as the longest. */
function encodeTexts(texts: readonly string[]): [string, Uint8Array] {
  const points = texts.map((text) => [...text].map((character) => character.codePointAt(0)!))
  const longest = Math.max(1, ...points.map(({ length }) => length))
  const all = new Uint32Array(texts.length * longest)
  for (const [index, each] of points.entries()) all.set(each, index * longest)
  return [`<U${longest}`, new Uint8Array(all.buffer)]
}

export interface NpyArray {
  readonly shape: readonly number[]
  /** Texts where it holds texts. */
  readonly values: Float32Array | readonly string[]
}

type ReadNumber = (view: DataView, at: number) => number

const kinds: Readonly<Record<string, readonly [size: number, read: ReadNumber]>> = {
  '<f4': [4, (view, at) => view.getFloat32(at, true)],
  '<f8': [8, (view, at) => view.getFloat64(at, true)],
  '<i4': [4, (view, at) => view.getInt32(at, true)],
  '<i8': [8, (view, at) => Number(view.getBigInt64(at, true))],
  '<i2': [2, (view, at) => view.getInt16(at, true)],
  '<u4': [4, (view, at) => view.getUint32(at, true)],
  '|i1': [1, (view, at) => view.getInt8(at)],
  '|u1': [1, (view, at) => view.getUint8(at)],
  '|b1': [1, (view, at) => view.getUint8(at)],
}

/** Numbers become 32-bit floats. @param name for errors. @throws UserError where it is cut short or of another kind */
export function decodeNpy(bytes: Uint8Array, name: string): NpyArray {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < MAGIC.length + 4 || !MAGIC.slice(0, 6).every((byte, at) => bytes[at] === byte)) {
    throw new UserError(`${name} is no array of numpy's`, 'failed')
  }
  const wide = bytes[6]! > 1
  const start = MAGIC.length + (wide ? 4 : 2)
  const end = start + (wide ? view.getUint32(MAGIC.length, true) : view.getUint16(MAGIC.length, true))
  const header = new TextDecoder('latin1').decode(bytes.subarray(start, end))
  const kind = /'descr':\s*'([^']+)'/.exec(header)?.[1]
  const shape = /'shape':\s*\(([^)]*)\)/
    .exec(header)?.[1]
    ?.split(',')
    .flatMap((size) => size.trim() || [])
  if (kind === undefined || shape === undefined) throw new UserError(`${name} has no header of numpy's`, 'failed')
  const sizes = shape.map(Number)
  const count = sizes.reduce((product, size) => product * size, 1)
  if (count > 1 && sizes.filter((size) => size > 1).length > 1 && /'fortran_order':\s*True/.test(header)) {
    throw new UserError(`${name} is in Fortran's order, expected C's; save numpy.ascontiguousarray of it`)
  }
  return { shape: sizes, values: decodeValues(view, { kind, count, start: end, name }) }
}

interface Layout {
  readonly kind: string
  readonly count: number
  readonly start: number
  readonly name: string
}

function decodeValues(view: DataView, { kind, count, start, name }: Layout): NpyArray['values'] {
  const characters = /^<U(\d+)$/.exec(kind)
  const known = kinds[kind]
  if (characters === null && known === undefined) {
    throw new UserError(`${name} is of kind ${kind}, expected one of ${Object.keys(kinds).join(', ')}, <U`)
  }
  const size = characters === null ? known![0] : CHARACTER * Number(characters[1])
  if (view.byteLength - start !== count * size) {
    const found = view.byteLength - start
    throw new UserError(`${name} has ${found} bytes of numbers, expected ${count} x ${size}; fetch it again`, 'failed')
  }
  if (characters === null) return Float32Array.from({ length: count }, (_, i) => known![1](view, start + i * size))
  return Array.from({ length: count }, (_, i) => textAt(view, start + i * size, size / CHARACTER))
}

function textAt(view: DataView, start: number, length: number): string {
  const points = Array.from({ length }, (_, i) => view.getUint32(start + CHARACTER * i, true))
  return String.fromCodePoint(...points.slice(0, points.findLastIndex((point) => point !== 0) + 1))
}
