import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ClipFrame, decodeClip, encodeClip, FrameError } from '../../../viewer/protocol/frames.ts'
import { movingRecording } from '../../support/moving-recording.ts'

const { scene, poses } = movingRecording({ steps: 4 })
const clip: ClipFrame = {
  run: 'läuft',
  clip: { id: 'c1', task: 'reach', checkpoint: 'start', steps: 0, seed: 1, success: true },
  interval: 1 / 80,
  frames: 5,
  successAt: 0.05,
  scene,
  robot: 'sawyer',
  poses: poses.values,
}

test('a clip survives the wire bit for bit', () => {
  expect(decodeClip(encodeClip(clip))).toEqual(clip)
})

test('every finite pose survives bit for bit', () => {
  fc.assert(
    fc.property(fc.float32Array({ minLength: 70, maxLength: 70, noNaN: true }), (values) => {
      expect(decodeClip(encodeClip({ ...clip, poses: values })).poses).toEqual(values)
    }),
  )
})

test('a frame is read from the middle of a larger buffer', () => {
  const bytes = encodeClip(clip)
  const buffer = new Uint8Array(bytes.length + 3)
  buffer.set(bytes, 3)
  expect(decodeClip(buffer.subarray(3))).toEqual(clip)
})

test('the wrong number of poses is refused before it is sent', () => {
  expect(() => encodeClip({ ...clip, frames: 6 })).toThrow(
    new FrameError('found 70 pose numbers, expected 84 for 6 frames of 2 bodies'),
  )
})

test.each<[string, (bytes: Uint8Array) => Uint8Array, string]>([
  ['cut short', (bytes) => bytes.slice(0, -4), 'expected'],
  ['too long', (bytes) => Uint8Array.of(...bytes, 0), 'expected'],
  ['empty', () => new Uint8Array(), 'found 0 bytes, expected at least 16'],
  [
    'of another file',
    (bytes) => bytes.map((byte, i) => (i === 0 ? 0 : byte)),
    'expected a frame that starts with RRPF',
  ],
  [
    'of another kind',
    (bytes) => bytes.map((byte, i) => (i === 4 ? 9 : byte)),
    'found a frame of kind 9, expected 1, a clip',
  ],
  ['with a torn header', (bytes) => bytes.map((byte, i) => (i === 16 ? 0 : byte)), 'found a header that is not JSON'],
])('bytes %s are refused', (_, spoil, message) => {
  expect(() => decodeClip(spoil(encodeClip(clip)))).toThrow(message)
})

test('a header that lies about the frames is refused', () => {
  const bytes = encodeClip({ ...clip, frames: 5 })
  const text = new TextDecoder('latin1').decode(bytes)
  const at = text.indexOf('"frames":5') + '"frames":'.length
  expect(() => decodeClip(bytes.map((byte, i) => (i === at ? 0x39 : byte)))).toThrow(
    'found 70 pose numbers, expected 126 for 9 frames of 2 bodies',
  )
})

test('random bytes are refused by name and nothing else happens', () => {
  const good = encodeClip(clip)
  const spoilt = fc
    .tuple(fc.nat(good.length - 1), fc.nat(255))
    .map(([at, byte]) => good.map((old, i) => (i === at ? byte : old)))
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), spoilt), (bytes) => {
      try {
        decodeClip(bytes)
      } catch (error) {
        expect(error).toBeInstanceOf(FrameError)
      }
    }),
  )
})

test('a robot that this page does not know is refused by name', () => {
  const bytes = new TextDecoder('latin1').decode(encodeClip(clip)).replace('sawyer', 'sewyar')
  expect(() => decodeClip(Uint8Array.from(bytes, (letter) => letter.charCodeAt(0)))).toThrow(
    /found a wrong header, in robot: .*"panda"\|"sawyer"/,
  )
})
