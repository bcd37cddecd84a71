import { expect, test } from 'vitest'
import { clockWords, countWords, durationWords, percentWords } from '../../../lab/reporter/words.ts'

test('counts have separators, and a decimal only where it says something', () => {
  expect([0, 3.14, 12.7, 1500000].map(countWords)).toEqual(['0', '3.1', '13', '1,500,000'])
})

test('durations have two parts at most', () => {
  expect([-3, 0, 59.4, 60, 200, 3600, 7530, 100000].map(durationWords)).toEqual([
    '0 s',
    '0 s',
    '59 s',
    '1 min',
    '3 min 20 s',
    '1 h',
    '2 h 6 min',
    '27 h 47 min',
  ])
})

test('the clock and shares are short', () => {
  expect([5, 65, 3725].map(clockWords)).toEqual(['0:05', '1:05', '1:02:05'])
  expect(percentWords(0.935)).toBe('94%')
})
