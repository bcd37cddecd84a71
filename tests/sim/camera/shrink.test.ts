import { expect, test } from 'vitest'
import { shrink } from '../../../sim/camera/shrink.ts'

test('a pixel is the mean of its square, channel by channel', () => {
  // Two pixels of 2 x 2 each: the left one black and white in equal parts, the right one red with one blue.
  const [black, white, red, blue] = [
    [0, 0, 0],
    [255, 255, 255],
    [200, 0, 0],
    [0, 0, 200],
  ] as const
  const large = Uint8Array.from([black, white, red, red, white, black, red, blue].flat())
  expect([...shrink(large, { width: 2, height: 1, times: 2 })]).toEqual([128, 128, 128, 150, 0, 50])
})

test('once as large is the same picture', () => {
  const picture = Uint8Array.from({ length: 18 }, (_, i) => 11 * i)
  expect(shrink(picture, { width: 3, height: 2, times: 1 })).toEqual(picture)
})
