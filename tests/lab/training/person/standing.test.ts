import { expect, test } from 'vitest'
import { standingOf } from '../../../../lab/training/person/standing.ts'
import { said } from '../../../rewards/quality/some-answers.ts'

test('learns from the first answer about a pair, whatever its repeats say and whoever gave them', () => {
  const answers = [
    said({ pair: 1, answer: 'first', id: 'one' }),
    said({ pair: 2, answer: 'equal', id: 'two' }),
    said({ pair: 1, answer: 'first', id: 'again', turned: true }),
    said({ pair: 2, answer: 'second', id: 'other', by: 'teacher:oracle' }),
  ]
  expect(standingOf(answers).labelled.map(({ id }) => id)).toEqual(['one', 'two'])
})

test('a skip teaches nothing, and its pair is not asked about anew', () => {
  const { answered, labelled } = standingOf([said({ pair: 1, answer: 'skip' })])
  expect(labelled).toEqual([])
  expect(answered.size).toBe(1)
})

test('a repeat that was answered counts where the first time was skipped', () => {
  const { labelled } = standingOf([said({ pair: 1, answer: 'skip' }), said({ pair: 1, answer: 'second', id: 'then' })])
  expect(labelled.map(({ id }) => id)).toEqual(['then'])
})
