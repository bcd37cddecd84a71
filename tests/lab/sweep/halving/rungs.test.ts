import { expect, test } from 'vitest'
import { planRungs, type ScoreOf } from '../../../../lab/sweep/halving/rungs.ts'
import type { Alternative } from '../../../../lab/sweep/plan/alternative.ts'

const halving = { budget: 'steps', rungs: [10, 30, 90], keep: 0.5, significance: 0, test: 'wilcoxon' } as const
const alternatives: Alternative[] = ['a', 'b', 'c', 'd'].flatMap((condition) =>
  [1, 2].map((seed) => ({ condition, settings: new Map([['seed', seed]]) })),
)
const plan = (chosen: readonly Alternative[]) =>
  chosen.map(({ condition = '', settings }) => {
    const id = `${condition}${settings.get('seed')}@${settings.get('steps')}`
    return {
      id,
      name: id,
      condition,
      task: 'push',
      seed: Number(settings.get('seed')),
      settings: Object.fromEntries(settings),
    }
  })
const idsWith = (scoreOf: ScoreOf) =>
  planRungs({ halving: { ...halving, rungs: [...halving.rungs] }, alternatives, plan, scoreOf }).map(
    ({ id, rung }) => `${rung}:${id}`,
  )
const quality: Record<string, number> = { a: 1, b: 4, c: 3, d: 2 }

test('nothing but the first rung is due until all of its runs are over', () => {
  const first = ['a1', 'a2', 'b1', 'b2', 'c1', 'c2', 'd1', 'd2'].map((run) => `0:${run}@10`)
  expect(idsWith(() => undefined)).toEqual(first)
  expect(idsWith(({ id }) => (id === 'd2@10' ? undefined : 1))).toEqual(first)
})

test('each rung takes the better half to the next budget', () => {
  const all = idsWith(({ condition }) => quality[condition])
  expect(all.slice(8)).toEqual(['1:b1@30', '1:b2@30', '1:c1@30', '1:c2@30', '2:b1@90', '2:b2@90'])
})

test('a condition that fails goes no further', () => {
  const all = idsWith(({ condition, settings }) =>
    condition === 'b' ? 0 : quality[condition]! + Number(settings.steps) / 100,
  )
  expect(all.slice(8, 12)).toEqual(['1:c1@30', '1:c2@30', '1:d1@30', '1:d2@30'])
})
