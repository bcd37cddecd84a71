import { expect, test } from 'vitest'
import { namedTeachers } from '../../../rewards/teachers/named.ts'

// Table 1 of Lee, Smith, Dragan and Abbeel 2021: each flawed teacher differs from the oracle in one parameter.
test.each([
  ['oracle', {}],
  ['mistake', { mistake: 0.1 }],
  ['noisy', { rationality: 1 }],
  ['skip', { skip: 0.1 }],
  ['myopic', { discount: 0.9 }],
  ['equal', { equal: 0.1 }],
] as const)('%s is the oracle but for its flaw', (name, flaw) => {
  const oracle = { rationality: Number.POSITIVE_INFINITY, discount: 1, mistake: 0, skip: 0, equal: 0 }
  expect(namedTeachers[name]).toEqual({ ...oracle, ...flaw })
})
