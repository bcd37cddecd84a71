// Named float32 tensors as bytes, in the safetensors format: 8 bytes of header length, a JSON header, the numbers.
// Pure bytes: files are the caller's. Numbers are little-endian, as on every machine that runs this.
// https://github.com/huggingface/safetensors

import { TensorFileError } from './errors.ts'
import { sizeOf } from './graph/value.ts'
import type { Shape } from './program.ts'

export interface SavedTensor {
  readonly shape: Shape
  readonly values: Float32Array
}

export interface TensorFile {
  readonly tensors: Readonly<Record<string, SavedTensor>>
  /** Text beside the numbers, such as the task and the step. */
  readonly metadata: Readonly<Record<string, string>>
}

interface Entry {
  readonly dtype: string
  readonly shape: readonly number[]
  readonly data_offsets: readonly [number, number]
}

const lengthBytes = 8
const metadataKey = '__metadata__'

export function encodeTensors({ tensors, metadata }: TensorFile): Uint8Array<ArrayBuffer> {
  let offset = 0
  const entries = Object.entries(tensors).map(([name, { shape, values }]): [string, Entry] => {
    if (name === metadataKey) throw new TensorFileError(`'${metadataKey}' is reserved and names no tensor`)
    if (values.length !== sizeOf(shape)) {
      throw new TensorFileError(`tensor '${name}' of shape [${shape}] has ${values.length} numbers`)
    }
    const begin = offset
    offset += values.byteLength
    return [name, { dtype: 'F32', shape, data_offsets: [begin, offset] }]
  })
  const text = paddedHeader(Object.fromEntries([[metadataKey, metadata], ...entries]))
  const bytes = new Uint8Array(lengthBytes + text.length + offset)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(text.length), true)
  bytes.set(text, lengthBytes)
  let at = lengthBytes + text.length
  for (const { values } of Object.values(tensors)) {
    bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), at)
    at += values.byteLength
  }
  return bytes
}

/** Padded with spaces so that the numbers start at a multiple of 8 bytes. */
function paddedHeader(header: object): Uint8Array {
  const text = JSON.stringify(header)
  const bytes = new TextEncoder().encode(text)
  const padded = new Uint8Array(Math.ceil(bytes.length / 8) * 8).fill(0x20)
  padded.set(bytes)
  return padded
}

/** @throws TensorFileError when the bytes are cut short, damaged, or hold something other than float32 */
export function decodeTensors(bytes: Uint8Array): TensorFile {
  const start = lengthBytes + headerLengthOf(bytes)
  const header = parseHeader(bytes.subarray(lengthBytes, start))
  const metadata = checkedMetadata(header[metadataKey] ?? {})
  const entries = Object.entries(header)
    .filter(([name]) => name !== metadataKey)
    .map(([name, found]) => ({ name, ...checkedEntry(name, found) }))
    .sort((a, b) => a.data_offsets[0] - b.data_offsets[0])
  checkCoverage(entries, bytes.length - start)
  const tensors = entries.map(({ name, shape, data_offsets: [begin, end] }): [string, SavedTensor] => {
    // A copy, so that the numbers are aligned and do not hold the whole file in memory. Not `bytes.slice`: a Node Buffer
    // would hand out its own memory.
    const numbers = new Uint8Array(bytes.subarray(start + begin, start + end))
    return [name, { shape, values: new Float32Array(numbers.buffer) }]
  })
  return { tensors: Object.fromEntries(tensors), metadata }
}

/** Tensors follow each other without gaps to the end of the file. */
function checkCoverage(entries: readonly (Entry & { readonly name: string })[], available: number): void {
  let covered = 0
  for (const { name, data_offsets } of entries) {
    const [begin, end] = data_offsets
    if (begin !== covered) throw new TensorFileError(`tensor '${name}' starts at ${begin}, expected ${covered}`)
    if (end > available) {
      throw new TensorFileError(`tensor '${name}' ends at ${end} of ${available} bytes: the file is cut short`)
    }
    covered = end
  }
  if (covered < available) throw new TensorFileError(`${available - covered} bytes follow the last tensor`)
}

function headerLengthOf(bytes: Uint8Array): number {
  if (bytes.length < lengthBytes) throw new TensorFileError(`${bytes.length} bytes are too few for a header`)
  const length = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true)
  if (length <= BigInt(bytes.length - lengthBytes)) return Number(length)
  throw new TensorFileError(`the header claims ${length} bytes of ${bytes.length}: cut short, or another format`)
}

function parseHeader(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  const parse = (): unknown => {
    try {
      return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    } catch {
      throw new TensorFileError('the header is not JSON: damaged, or another format')
    }
  }
  const header = parse()
  if (isRecord(header)) return header
  throw new TensorFileError('the header is not a JSON object: damaged, or another format')
}

function checkedMetadata(found: unknown): Readonly<Record<string, string>> {
  if (isRecord(found) && Object.values(found).every((text) => typeof text === 'string')) {
    return found as Readonly<Record<string, string>>
  }
  throw new TensorFileError(`'${metadataKey}' holds something other than text`)
}

function checkedEntry(name: string, found: unknown): Entry {
  const { dtype, shape, data_offsets: range } = isRecord(found) ? found : {}
  if (dtype !== 'F32') throw new TensorFileError(`tensor '${name}' is ${String(dtype)}, only F32 is read`)
  if (!isSizes(shape) || !isSizes(range) || range.length !== 2) {
    throw new TensorFileError(`tensor '${name}' has no valid shape and offsets`)
  }
  const [begin, end] = range as [number, number]
  if (end - begin === 4 * sizeOf(shape)) return { dtype, shape, data_offsets: [begin, end] }
  throw new TensorFileError(`tensor '${name}' of shape [${shape}] has ${end - begin} bytes`)
}

function isRecord(found: unknown): found is Readonly<Record<string, unknown>> {
  return typeof found === 'object' && found !== null && !Array.isArray(found)
}

function isSizes(found: unknown): found is readonly number[] {
  return Array.isArray(found) && found.every((size) => Number.isSafeInteger(size) && size >= 0)
}
