// Binary frames from server to page. A frame is 16 bytes of preamble, a JSON header padded to a multiple of four bytes,
// and float32 poses; all numbers little-endian. Pure: bytes in, values out.

import { z } from 'zod'
import type { RobotName } from '../../sim/arm/robots.ts'
import type { Scene } from '../../sim/scene.ts'
import { clipSummary } from './run.ts'
import { sceneSchema } from './scene-schema.ts'

/** A robot that is added to sim/arm and forgotten here does not compile. */
const robotNames: { readonly [Name in RobotName]: Name } = { panda: 'panda', sawyer: 'sawyer' }

const clipHeader = z.object({
  run: z.string(),
  clip: clipSummary,
  /** Seconds between frames. */
  interval: z.number().positive(),
  frames: z.number().int().positive(),
  /** When the success condition first held, in seconds from the start. */
  successAt: z.number().nullable(),
  scene: sceneSchema,
  /** Whose arm is drawn behind the hand. */
  robot: z.enum(robotNames),
})

export interface ClipFrame extends z.infer<typeof clipHeader> {
  readonly scene: Scene
  /** Position x y z and quaternion x y z w of each body, shape [frames, bodies, 7], in the order of `scene.bodies`. */
  readonly poses: Float32Array
}

/** Bytes that are not a frame of this protocol. The message says what was found and what was expected. */
export class FrameError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'FrameError'
  }
}

const magic = 0x46505252 // 'RRPF' read as little-endian
const clipKind = 1
const preambleBytes = 16
const poseNumbers = 7

export function encodeClip(frame: ClipFrame): Uint8Array<ArrayBuffer> {
  const { poses, ...header } = frame
  expectPoses(poses.length, frame)
  const text = new TextEncoder().encode(JSON.stringify(header))
  const headerBytes = Math.ceil(text.length / 4) * 4
  const bytes = new Uint8Array(preambleBytes + headerBytes + poses.length * 4)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, magic, true)
  view.setUint32(4, clipKind, true)
  view.setUint32(8, headerBytes, true)
  view.setUint32(12, poses.length, true)
  bytes.set(text, preambleBytes)
  bytes.fill(0x20, preambleBytes + text.length, preambleBytes + headerBytes)
  writeFloats(bytes, preambleBytes + headerBytes, poses)
  return bytes
}

/** @throws FrameError on anything that is not a whole clip frame. */
export function decodeClip(bytes: Uint8Array): ClipFrame {
  const { headerBytes, floats } = readPreamble(bytes)
  const header = readHeader(bytes.subarray(preambleBytes, preambleBytes + headerBytes))
  expectPoses(floats, header)
  return { ...header, poses: readFloats(bytes, preambleBytes + headerBytes, floats) }
}

function readPreamble(bytes: Uint8Array): { headerBytes: number; floats: number } {
  if (bytes.length < preambleBytes)
    throw new FrameError(`found ${bytes.length} bytes, expected at least ${preambleBytes}`)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(0, true) !== magic)
    throw new FrameError('found other bytes, expected a frame that starts with RRPF')
  const kind = view.getUint32(4, true)
  if (kind !== clipKind) throw new FrameError(`found a frame of kind ${kind}, expected ${clipKind}, a clip`)
  const headerBytes = view.getUint32(8, true)
  const floats = view.getUint32(12, true)
  const expected = preambleBytes + headerBytes + floats * 4
  if (bytes.length !== expected) throw new FrameError(`found a frame of ${bytes.length} bytes, expected ${expected}`)
  return { headerBytes, floats }
}

function readHeader(bytes: Uint8Array): z.infer<typeof clipHeader> {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new FrameError('found a header that is not JSON')
  }
  const result = clipHeader.safeParse(value)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw new FrameError(`found a wrong header, in ${issue?.path.join('.') || 'header'}: ${issue?.message}`)
}

function expectPoses(found: number, of: { readonly frames: number; readonly scene: Scene }): void {
  const expected = of.frames * of.scene.bodies.length * poseNumbers
  if (found === expected) return
  const shape = `${of.frames} frames of ${of.scene.bodies.length} bodies`
  throw new FrameError(`found ${found} pose numbers, expected ${expected} for ${shape}`)
}

function writeFloats(bytes: Uint8Array, offset: number, values: Float32Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let i = 0; i < values.length; i++) view.setFloat32(offset + i * 4, values[i]!, true)
}

function readFloats(bytes: Uint8Array, offset: number, count: number): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const values = new Float32Array(count)
  for (let i = 0; i < count; i++) values[i] = view.getFloat32(offset + i * 4, true)
  return values
}
