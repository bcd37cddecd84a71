import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RecordingFormatError } from '../../sim/recording/errors.ts'
import type { Recording } from '../../sim/recording.ts'
import { decodeRecording, encodeRecording } from '../../sim/recording-codec.ts'
import { anyRecording } from '../support/recordings.ts'

const example: Recording = fc.sample(
  anyRecording.filter(({ rewards, poses }) => rewards.length > 4 && poses.values.length > 0),
  { seed: 7, numRuns: 1 },
)[0]!

function faultOf(bytes: Uint8Array): RecordingFormatError {
  try {
    decodeRecording(bytes)
  } catch (error) {
    if (error instanceof RecordingFormatError) return error
    throw error
  }
  throw new Error('the bytes were decoded')
}

describe('a recording as bytes', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(anyRecording, (recording) => {
        expect(decodeRecording(encodeRecording(recording))).toEqual(recording)
      }),
    )
  })

  it('can lie anywhere inside a larger buffer', () => {
    const bytes = encodeRecording(example)
    const larger = new Uint8Array(bytes.length + 3)
    larger.set(bytes, 3)
    expect(decodeRecording(larger.subarray(3))).toEqual(example)
  })

  it('has the layout that the file says', () => {
    const bytes = encodeRecording(example)
    const view = new DataView(bytes.buffer)
    expect(new TextDecoder().decode(bytes.slice(0, 8))).toBe('RAPREFRC')
    expect(view.getUint32(8, true)).toBe(1)
    const header = view.getUint32(12, true)
    expect(JSON.parse(new TextDecoder().decode(bytes.slice(16, 16 + header)))).toMatchObject({ task: example.task })
    expect(view.getFloat32(16 + header + 4, true)).toBe(example.actions[0])
  })
})

describe('decodeRecording', () => {
  it('names every cut as a truncation and says where the bytes end', () => {
    const bytes = encodeRecording(example)
    fc.assert(
      fc.property(fc.integer({ min: 8, max: bytes.length - 1 }), (length) => {
        expect(faultOf(bytes.slice(0, length))).toMatchObject({ fault: 'truncated', byte: length })
      }),
    )
    const message = faultOf(bytes.slice(0, -5)).message
    expect(message).toMatch(/^the recording is truncated: .* needs \d+ bytes from byte \d+, found \d+$/)
  })

  it('finds every changed byte', () => {
    const bytes = encodeRecording(example)
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = bytes.slice()
        damaged[at]! ^= change
        const { fault, byte } = faultOf(damaged)
        if (at >= 16) expect(fault).toBe('corrupted')
        expect(byte).toBeLessThanOrEqual(at < 16 ? bytes.length : at)
      }),
    )
  })

  it('names the block that was changed', () => {
    const damaged = encodeRecording(example)
    damaged[damaged.length - 5]! ^= 1
    expect(faultOf(damaged).message).toMatch(/corrupted: bytes \d+ to \d+ \(poses\) have the checksum/)
  })

  it('refuses foreign bytes, other versions and bytes past the end', () => {
    expect(faultOf(new TextEncoder().encode('PK\u0003\u0004')).message).toBe(
      'the recording is no recording: byte 0 should begin with RAPREFRC',
    )
    expect(faultOf(new Uint8Array(0)).fault).toBe('foreign')
    const newer = encodeRecording(example)
    newer[8] = 2
    expect(faultOf(newer)).toMatchObject({ fault: 'version', byte: 8 })
    const bytes = encodeRecording(example)
    const longer = new Uint8Array(bytes.length + 2)
    longer.set(bytes)
    expect(faultOf(longer).message).toContain(`it should end at byte ${bytes.length}, found 2 more`)
  })
})

describe('encodeRecording', () => {
  it.each([
    ['actions', { actions: new Float32Array(1) }, /found 1 actions, expected \d+ \(\d+ steps x \d+\)/],
    ['success', { success: new Uint8Array(0) }, /found 0 success flags, expected \d+/],
    ['hashes', { hashes: { every: 1, values: [] } }, /found 0 hashes, expected \d+ \(\d+ steps, one in 1\)/],
    ['terms', { terms: { names: ['near'], values: new Float32Array(0) } }, /found 0 terms, expected \d+/],
    ['poses', { poses: { interval: 1, values: new Float32Array(8) } }, /found 8 pose numbers, expected [07]/],
    ['a seed that JSON cannot hold', { seed: Number.NaN }, /seed is NaN, expected a finite number/],
  ])('refuses %s that do not fit', (_, change, message) => {
    expect(() => encodeRecording({ ...example, ...change })).toThrow(message)
  })
})
