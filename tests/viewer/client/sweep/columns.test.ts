import { expect, test } from 'vitest'
import { columnsOf, inOrderOf } from '../../../../viewer/client/sweep/columns.ts'
import { someScores, someSummary } from '../../../support/some-summary.ts'

const runs = [
  someSummary({ id: 'a', scores: someScores(0.5), settings: { teacher: 'noisy', fast: true } }),
  someSummary({ id: 'b', scores: null, settings: { 'reward.width': 9 } }),
  someSummary({ id: 'c', scores: someScores(1), settings: { 'reward.width': 32 } }),
]
const columns = columnsOf(runs)
const column = (id: string) => columns.find((each) => each.id === id)
const ordered = (id: string, direction: 'ascending' | 'descending') =>
  inOrderOf(runs, column(id), { column: id, direction }).map((run) => run.id)

test('there is a column for every setting in which the runs differ, between success and the other scores', () => {
  expect(columns.map(({ label }) => label)).toEqual([
    ...['State', 'Run', 'Task', 'Method', 'Seed', 'Success', 'fast', 'reward.width', 'teacher'],
    ...['Reward accuracy', 'Rank correlation', 'Labels', 'Steps', 'Minutes'],
  ])
})

test('values are printed for people, and nothing for what is not there', () => {
  const printed = (id: string) => runs.map((run) => column(id)!.print(column(id)!.value(run)))
  expect(printed('success')).toEqual(['50%', '', '100%'])
  expect(printed('setting fast')).toEqual(['true', '', ''])
  expect(printed('steps')).toEqual(['1,000', '', '1,000'])
})

test('numbers are ordered as numbers, and runs without a value come last either way', () => {
  expect(ordered('success', 'descending')).toEqual(['c', 'a', 'b'])
  expect(ordered('success', 'ascending')).toEqual(['a', 'c', 'b'])
  expect(ordered('setting reward.width', 'ascending')).toEqual(['b', 'c', 'a'])
  expect(ordered('task', 'descending')).toEqual(['a', 'b', 'c'])
  expect(inOrderOf(runs, undefined, { column: 'gone', direction: 'ascending' })).toBe(runs)
})
