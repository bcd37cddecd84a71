import { expect, test } from 'vitest'
import { scoresOf, strataOf } from '../../../lab/statistics/strata.ts'

test('rows of runs become columns of tasks', () => {
  const table = [
    [1, 10],
    [2, 20],
    [3, 30],
  ]
  expect(strataOf(table)).toEqual([
    [1, 2, 3],
    [10, 20, 30],
  ])
  expect([...scoresOf(strataOf(table))]).toEqual([1, 2, 3, 10, 20, 30])
})

test('a run that is short of a task is named', () => {
  expect(() => strataOf([[1, 2], [3]])).toThrow('run 2 has 1 tasks, run 1 has 2')
})
