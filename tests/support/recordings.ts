// Arbitrary recordings whose parts fit together, for property tests.

import fc from 'fast-check'
import type { Recording } from '../../sim/recording.ts'
import type { Body, Scene } from '../../sim/scene.ts'

// JSON knows no -0.
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0)
const vec3 = fc.tuple(number, number, number)
const floats = (length: number) =>
  fc.array(fc.float(), { minLength: length, maxLength: length }).map((values) => Float32Array.from(values))

const body: fc.Arbitrary<Body> = fc.record({
  name: fc.string({ unit: 'grapheme' }),
  kind: fc.constantFrom('fixed', 'dynamic', 'kinematic'),
  position: vec3,
  geoms: fc.constant([{ shape: { kind: 'sphere', radius: 0.5 }, colour: '#ffffff', touches: 'nothing' }] as const),
})

const scene: fc.Arbitrary<Scene> = fc.record({
  bodies: fc.array(body, { maxLength: 3 }),
  joints: fc.constant([]),
  markers: fc.array(
    fc.record({ name: fc.string(), position: vec3, radius: number, colour: fc.constant('#00ff00' as const) }),
    { maxLength: 2 },
  ),
})

const sizes = fc.record({
  steps: fc.nat(8),
  actionSize: fc.integer({ min: 1, max: 4 }),
  every: fc.integer({ min: 1, max: 4 }),
  frames: fc.nat(4),
  names: fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 3 }),
  scene,
})

export const anyRecording: fc.Arbitrary<Recording> = sizes.chain(({ steps, actionSize, every, frames, names, scene }) =>
  fc.record({
    task: fc.string({ unit: 'grapheme' }),
    engine: fc.string(),
    seed: fc.maxSafeNat(),
    options: fc.record({
      horizon: fc.integer({ min: 1, max: 1000 }),
      physics: fc.constantFrom('accurate', 'fast'),
      actionRepeat: fc.integer({ min: 1, max: 8 }),
      robot: fc.constantFrom('panda', 'sawyer'),
    }),
    policy: fc.string(),
    actionSize: fc.constant(actionSize),
    actions: floats(steps * actionSize),
    hashes: fc.record({
      every: fc.constant(every),
      values: fc.array(fc.string(), { minLength: Math.ceil(steps / every), maxLength: Math.ceil(steps / every) }),
    }),
    terms: fc.record({ names: fc.constant(names), values: floats(steps * names.length) }),
    rewards: floats(steps),
    success: fc.uint8Array({ minLength: steps, maxLength: steps, max: 1 }),
    scene: fc.constant(scene),
    poses: fc.record({ interval: fc.constant(1 / 80), values: floats(frames * scene.bodies.length * 7) }),
  }),
)
