import { expect, test } from 'vitest'
import { presetOf, presets } from '../../../../viewer/client/stage/presets.ts'

test.each(presets.map(({ id }) => id))('%s has a place of its own to look from and to', (id) => {
  const { eye, target } = presetOf(id)
  expect(Math.hypot(eye[0] - target[0], eye[1] - target[1], eye[2] - target[2])).toBeGreaterThan(0.1)
  expect(eye[2]).toBeGreaterThan(target[2])
})
