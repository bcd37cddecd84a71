import { expect, test } from 'vitest'
import { count, percent, seconds, shortCount, timeLeft } from '../../../../viewer/client/dom/format.ts'

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1k'],
  [1240, '1.2k'],
  [9949, '9.9k'],
  [9950, '10k'],
  [48_300, '48k'],
  [999_499, '999k'],
  [999_500, '1M'],
  [1_500_000, '1.5M'],
])('%s is %s in short', (value, text) => {
  expect(shortCount(value)).toBe(text)
})

test.each([
  [-2, '0 s'],
  [47.4, '47 s'],
  [59.6, '1 min 0 s'],
  [200, '3 min 20 s'],
  [3900, '1 h 5 min'],
])('%s seconds left are %s', (value, text) => {
  expect(timeLeft(value)).toBe(text)
})

test('counts are grouped, shares are whole per cents, times have two decimals', () => {
  expect([count(1234567), percent(0.925), seconds(1.234)]).toEqual(['1,234,567', '93%', '1.23 s'])
})
