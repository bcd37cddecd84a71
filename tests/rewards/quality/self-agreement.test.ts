import { expect, test } from 'vitest'
import { selfAgreement } from '../../../rewards/quality/self-agreement.ts'
import { eachSaid, said } from './some-answers.ts'

test('counts repeats that were answered as the first time, in either order', () => {
  const answers = [
    said({ pair: 1, answer: 'first' }),
    said({ pair: 2, answer: 'first' }),
    said({ pair: 3, answer: 'equal' }),
    said({ pair: 1, answer: 'second', turned: true }),
    said({ pair: 2, answer: 'first', turned: true }),
    said({ pair: 3, answer: 'equal' }),
  ]
  expect(selfAgreement(answers)).toEqual({ count: 2, of: 3 })
})

test('compares every repeat with the first answer', () => {
  const answers = (['first', 'second', 'second'] as const).map((answer) => said({ pair: 1, answer }))
  expect(selfAgreement(answers)).toEqual({ count: 0, of: 2 })
})

test('leaves out a repeat with a skip', () => {
  const answers = [said({ pair: 1, answer: 'skip' }), said({ pair: 1 }), said({ pair: 1, answer: 'skip' })]
  expect(selfAgreement(answers)).toEqual({ count: 0, of: 0 })
})

test('has nothing to count where nothing was repeated', () => {
  expect(selfAgreement(eachSaid(['first', 'second']))).toEqual({ count: 0, of: 0 })
})
