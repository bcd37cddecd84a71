import fc from 'fast-check'
import { expect, test } from 'vitest'
import { filmOf, samplesOf } from '../../../../viewer/client/video/film.ts'

const settings = { width: 64, height: 48, framesPerSecond: 30 }

test('frames are at exact multiples of their time, from the start to the last that the clip reaches', () => {
  expect(filmOf(settings, 0.5).times).toHaveLength(16)
  expect(filmOf(settings, 0).times).toEqual([0])
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2000 }), fc.constantFrom(10, 20, 25, 30, 60), (steps, framesPerSecond) => {
      const duration = steps / 80
      const { times } = filmOf({ ...settings, framesPerSecond }, duration)
      expect(times.every((time, frame) => time === frame / framesPerSecond)).toBe(true)
      expect(times.at(-1)).toBeLessThanOrEqual(duration + 1e-5)
      expect(times.at(-1)! + 1 / framesPerSecond).toBeGreaterThan(duration)
    }),
  )
})

test('samples lie all over the clip, first and last included', () => {
  const film = filmOf(settings, 1)
  expect(samplesOf(film)).toEqual([0, 10 / 30, 20 / 30, 1])
  expect(samplesOf(filmOf(settings, 0))).toEqual([0, 0, 0, 0])
})
