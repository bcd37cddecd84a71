// A recording as bytes: one file is one episode. Everything little-endian:
//
//   8 bytes  magic, `RAPREFRC`
//   uint32   version, 1
//   uint32   length of the header in bytes
//   header   JSON in UTF-8: all but the arrays, and how many numbers each array has
//   uint32   CRC-32 of all of the above
//   then actions, rewards, terms (float32), success (uint8) and poses (float32), each followed by its own CRC-32

import { ByteReader } from './recording/byte-reader.ts'
import { ByteWriter } from './recording/byte-writer.ts'
import { checkConsistent } from './recording/consistent.ts'
import { RecordingFormatError } from './recording/errors.ts'
import { headerOf, type RecordingHeader, stringifyHeader } from './recording/header.ts'
import { parseHeader } from './recording/parse-header.ts'
import type { Recording } from './recording.ts'

const MAGIC = new TextEncoder().encode('RAPREFRC')
const VERSION = 1
const UINT32 = 4
const CHECKSUMS = 6

/** @throws RecordingFormatError when the parts of the recording do not fit together. */
export function encodeRecording(recording: Recording): Uint8Array {
  checkConsistent(recording)
  const { actions, rewards, terms, success, poses } = recording
  const header = new TextEncoder().encode(stringifyHeader(headerOf(recording)))
  const numbers = actions.byteLength + rewards.byteLength + terms.values.byteLength + poses.values.byteLength
  const writer = new ByteWriter(MAGIC.length + (2 + CHECKSUMS) * UINT32 + header.length + numbers + success.byteLength)
  writer.bytes(MAGIC)
  writer.uint32(VERSION)
  writer.uint32(header.length)
  writer.bytes(header)
  writer.checksum()
  for (const values of [actions, rewards, terms.values]) writeFloats(writer, values)
  writer.bytes(success)
  writer.checksum()
  writeFloats(writer, poses.values)
  return writer.finish()
}

/** @throws RecordingFormatError saying what is wrong and at which byte. */
export function decodeRecording(bytes: Uint8Array): Recording {
  const reader = new ByteReader(bytes)
  const header = readHeader(reader)
  const { lengths } = header
  const actions = readFloats(reader, lengths.actions, 'actions')
  const rewards = readFloats(reader, lengths.rewards, 'rewards')
  const terms = readFloats(reader, lengths.terms, 'terms')
  const success = reader.bytes(lengths.success, 'success')
  reader.checksum('success')
  const poses = readFloats(reader, lengths.poses, 'poses')
  reader.end()
  const recording = assemble(header, { actions, rewards, terms, success, poses })
  checkConsistent(recording)
  return recording
}

function readHeader(reader: ByteReader): RecordingHeader {
  if (!MAGIC.every((byte, at) => byte === reader.peek(at))) {
    throw new RecordingFormatError('foreign', 'byte 0 should begin with RAPREFRC', 0)
  }
  reader.bytes(MAGIC.length, 'the magic')
  const version = reader.uint32('the version')
  if (version !== VERSION) {
    throw new RecordingFormatError(
      'version',
      `byte 8 says version ${version}, this build reads ${VERSION}`,
      MAGIC.length,
    )
  }
  const length = reader.uint32('the length of the header')
  const start = reader.offset
  const text = reader.bytes(length, 'the header')
  reader.checksum('the header')
  return parseHeader(new TextDecoder().decode(text), start)
}

function assemble(
  header: RecordingHeader,
  arrays: Pick<Recording, 'actions' | 'rewards' | 'success'> & { terms: Float32Array; poses: Float32Array },
): Recording {
  const { lengths: _lengths, termNames, poseInterval, ...rest } = header
  return {
    ...rest,
    actions: arrays.actions,
    rewards: arrays.rewards,
    success: arrays.success,
    terms: { names: termNames, values: arrays.terms },
    poses: { interval: poseInterval, values: arrays.poses },
  }
}

function writeFloats(writer: ByteWriter, values: Float32Array): void {
  writer.floats(values)
  writer.checksum()
}

function readFloats(reader: ByteReader, length: number, what: string): Float32Array {
  const values = reader.floats(length, what)
  reader.checksum(what)
  return values
}
