import { expect, test } from 'vitest'
import { agreementBetween } from '../../../rewards/quality/agreement-between.ts'
import { eachSaid, said } from './some-answers.ts'

const ada = { by: 'person:Ada' }
const ben = { by: 'person:Ben' }

test('compares two people on the pairs that both answered, whatever the order they saw', () => {
  const answers = [
    ...eachSaid(['first', 'second', 'first', 'equal'], ada),
    said({ pair: 0, answer: 'second', turned: true, ...ben }),
    said({ pair: 1, answer: 'second', ...ben }),
    said({ pair: 2, answer: 'second', ...ben }),
    said({ pair: 9, answer: 'first', ...ben }),
  ]
  const [found, ...others] = agreementBetween(answers)
  expect(others).toEqual([])
  expect(found).toMatchObject({ people: ['person:Ada', 'person:Ben'], same: { count: 2, of: 3 } })
  expect(found!.kappa).toBeCloseTo(0.4, 12)
})

test('takes the first answer of each about a pair, and no skips', () => {
  const answers = [
    ...[said({ pair: 1, answer: 'first', ...ada }), said({ pair: 1, answer: 'second', ...ada })],
    ...[said({ pair: 1, answer: 'skip', ...ben }), said({ pair: 1, answer: 'first', ...ben })],
  ]
  expect(agreementBetween(answers)).toEqual([
    { people: ['person:Ada', 'person:Ben'], same: { count: 1, of: 1 }, kappa: null },
  ])
})

test('has nothing to say of people without a pair in common', () => {
  expect(agreementBetween([said({ pair: 1, ...ada }), said({ pair: 2, ...ben })])).toEqual([])
})
