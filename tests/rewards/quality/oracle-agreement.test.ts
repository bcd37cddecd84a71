import { expect, test } from 'vitest'
import { oracleAgreement } from '../../../rewards/quality/oracle-agreement.ts'
import { eachSaid } from './some-answers.ts'

test('counts the answers in which both took a side', () => {
  const answers = eachSaid(['first', 'second', 'equal', 'skip', 'first', 'first'])
  const oracle = ['first', 'first', 'first', 'first', 'equal', undefined] as const
  expect(oracleAgreement(answers, (answer) => oracle[answers.indexOf(answer)])).toEqual({ count: 1, of: 2 })
})
