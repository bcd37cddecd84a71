import { expect, test } from 'vitest'
import { sideBias } from '../../../rewards/quality/side-bias.ts'
import { eachSaid, times } from './some-answers.ts'

test('counts how often the left one was preferred, of the answers that took a side', () => {
  const answers = [
    ...eachSaid(['first', 'second', 'second', 'equal', 'skip'], { left: 'first' }),
    ...eachSaid(['second'], { left: 'second' }),
  ]
  expect(sideBias(answers)).toEqual({ left: { count: 2, of: 4 }, p: 1 })
})

test('calls 15 of 20 to the left unlikely', () => {
  const answers = eachSaid([...times(15, 'first' as const), ...times(5, 'second' as const)])
  expect(sideBias(answers).p).toBeCloseTo(0.0414, 4)
})
