import { expect, test } from 'vitest'
import { turned, verdictOf } from '../../../rewards/quality/pair.ts'
import { said, segment } from './some-answers.ts'

test('the same two segments are the same pair in either order, and the answer turns with them', () => {
  const straight = verdictOf(said({ pair: 1, answer: 'first' }))
  const crossed = verdictOf(said({ pair: 1, turned: true, answer: 'second' }))
  expect(crossed).toEqual(straight)
  expect(verdictOf(said({ pair: 1, turned: true, answer: 'first' }))).not.toEqual(straight)
})

test('another window of the same episodes is another pair', () => {
  const pair = (start: number) => verdictOf({ first: segment('a', start), second: segment('b'), answer: 'first' }).pair
  expect(pair(1)).not.toBe(pair(2))
  expect(verdictOf({ first: segment('a 1'), second: segment('b'), answer: 'first' }).pair).not.toBe(
    verdictOf({ first: segment('a'), second: segment('1 b'), answer: 'first' }).pair,
  )
})

test('equal and skip have no order to turn', () => {
  expect((['first', 'second', 'equal', 'skip'] as const).map(turned)).toEqual(['second', 'first', 'equal', 'skip'])
})
