import { expect, test } from 'vitest'
import type { RankingSample } from '../../../lab/ranking/sample.ts'
import { verdictsOf } from '../../../lab/ranking/verdicts.ts'
import type { Evidence } from '../../../rewards/contract.ts'
import { parseFactor } from '../../../rewards/factors/factor.ts'

/** Two steps each; factors are means over them. */
function evidence(near: number, cost: number): Evidence {
  const rewards = new Float32Array(2)
  return {
    rewards,
    terms: { near: new Float32Array(2).fill(near), cost: new Float32Array(2).fill(cost) },
    traces: {},
  }
}

const sample: RankingSample = {
  task: 'push',
  evidence: new Map([
    ['a', evidence(1, 5)],
    ['b', evidence(0, 5)],
    ['c', evidence(0.9, 5)],
  ]),
  pairs: [
    { id: 'ab', first: 'a', second: 'b', fair: true },
    { id: 'ca', first: 'c', second: 'a', fair: false },
  ],
  series: ['near', 'cost'],
}
const usual = { unit: 'deviations', size: 1 } as const
const factors = (...texts: string[]) => texts.map((text) => parseFactor(text, usual))

test('the first level that differs by more than its margin decides', () => {
  const { verdicts } = verdictsOf(sample, factors('near beyond 0.2'))
  expect(verdicts).toEqual([
    { answer: 'first', level: 1, difference: expect.closeTo(1), margin: 0.2 },
    { answer: 'equal', level: null, difference: null, margin: null },
  ])
})

test('levels that are the same everywhere are named: they cannot decide', () => {
  const { notes, verdicts } = verdictsOf(sample, factors('less cost', 'less near beyond 0'))
  expect(notes).toEqual(['"less cost" is the same in all of these episodes: it cannot decide here'])
  expect(verdicts.map(({ answer, level }) => [answer, level])).toEqual([
    ['second', 2],
    ['first', 2],
  ])
})

test('an empty ranking leaves every pair a tie', () => {
  expect(verdictsOf(sample, []).verdicts.map(({ answer }) => answer)).toEqual(['equal', 'equal'])
})
