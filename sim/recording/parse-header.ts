// From JSON text back to a header, checking what the decoder and the replay rely on.

import { DEFAULT_ROBOT, isRobotName, ROBOT_NAMES } from '../arm/robots.ts'
import { RecordingFormatError } from './errors.ts'
import type { RecordingHeader } from './header.ts'

/** @param byte where the text begins in the recording, for errors */
export function parseHeader(text: string, byte: number): RecordingHeader {
  const header = parse(text, byte)
  for (const [path, expected, holds] of EXPECTED) {
    const found = path.split('.').reduce<unknown>(memberOf, header)
    if (holds(found)) continue
    const message = `${path} in the header is ${JSON.stringify(found)}, expected ${expected}`
    throw new RecordingFormatError('inconsistent', message, byte)
  }
  return withRobot(header as RecordingHeader)
}

/** Recordings from before there was a choice do not name a robot. */
function withRobot(header: RecordingHeader): RecordingHeader {
  return { ...header, options: { ...header.options, robot: header.options.robot ?? DEFAULT_ROBOT } }
}

function parse(text: string, byte: number): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new RecordingFormatError('inconsistent', `the header is no JSON: ${(error as SyntaxError).message}`, byte)
  }
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
}

type Expectation = readonly [path: string, expected: string, holds: (value: unknown) => boolean]

const text = (path: string): Expectation => [path, 'a text', (value) => typeof value === 'string']
const list = (path: string): Expectation => [path, 'a list', Array.isArray]
const positive = (path: string): Expectation => [path, 'a number above 0', (value) => Number(value) > 0]
const count = (path: string): Expectation => [
  path,
  'a whole number of at least 0',
  (value) => Number.isSafeInteger(value) && Number(value) >= 0,
]

const EXPECTED: readonly Expectation[] = [
  text('task'),
  text('engine'),
  text('policy'),
  count('seed'),
  count('actionSize'),
  positive('options.horizon'),
  positive('options.actionRepeat'),
  text('options.physics'),
  ['options.robot', `one of ${ROBOT_NAMES.join(', ')}`, (value) => value === undefined || isRobotName(value)],
  ['options.variant', 'a text', (value) => value === undefined || typeof value === 'string'],
  ['options.ending', 'stop or stay', (value) => value === undefined || value === 'stop' || value === 'stay'],
  positive('hashes.every'),
  list('hashes.values'),
  list('termNames'),
  positive('poseInterval'),
  list('scene.bodies'),
  list('scene.joints'),
  list('scene.markers'),
  ...['actions', 'rewards', 'terms', 'success', 'poses'].map((name) => count(`lengths.${name}`)),
]
