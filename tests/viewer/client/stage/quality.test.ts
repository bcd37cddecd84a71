import { expect, test } from 'vitest'
import { firstQuality, watchQuality } from '../../../../viewer/client/stage/quality.ts'

test('steady slow frames step the quality down, and no further than coarse', () => {
  const quality = watchQuality('fine')
  const changes = Array.from({ length: 60 }, () => quality.frame(0.25))
  expect(quality.now).toBe('coarse')
  expect(changes.filter(Boolean)).toHaveLength(2)
})

test('a few slow frames are forgiven', () => {
  const quality = watchQuality('fine')
  for (let i = 0; i < 50; i++) {
    for (const seconds of [0.4, 0.4, 0.4, 0.016]) quality.frame(seconds)
  }
  expect(quality.now).toBe('fine')
})

test('the address decides, then the hardware', () => {
  expect(firstQuality('?quality=coarse', 'graphics')).toBe('coarse')
  expect(firstQuality('?quality=fine', 'processor')).toBe('fine')
  expect(firstQuality('?quality=toString', 'graphics')).toBe('fine')
  expect(firstQuality('', 'graphics')).toBe('fine')
  expect(firstQuality('', 'processor')).toBe('plain')
})
