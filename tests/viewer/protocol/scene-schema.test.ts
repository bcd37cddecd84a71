import { expect, test } from 'vitest'
import { sceneSchema } from '../../../viewer/protocol/scene-schema.ts'
import { movingRecording } from '../../support/moving-recording.ts'

const { scene } = movingRecording()

test('a scene passes unchanged', () => {
  expect(sceneSchema.parse(structuredClone(scene))).toEqual(scene)
})

test.each([
  ['a colour by name', { ...scene.markers[0], colour: 'red' }],
  ['a position with two numbers', { ...scene.markers[0], position: [0, 1] }],
  ['a radius that is no number', { ...scene.markers[0], radius: Number.NaN }],
])('%s does not', (_, marker) => {
  expect(sceneSchema.safeParse({ ...scene, markers: [marker] }).success).toBe(false)
})
