import { expect, test } from 'vitest'
import { chartingOf, linesOf, runsOf } from '../../../../viewer/client/sweep/configuration-lines.ts'
import { someSummary } from '../../../support/some-summary.ts'

const runs = Array.from({ length: 20 }, (_, i) =>
  someSummary({
    id: `r${i}`,
    seed: i % 2,
    settings: { width: Math.floor(i / 2) },
    state: i === 19 ? 'queued' : 'finished',
  }),
)

test('the first eight configurations of the list are drawn, and it says how many are left', () => {
  const charting = chartingOf(runs)
  expect(charting.configurations).toHaveLength(8)
  expect(charting.left).toBe(2)
  expect(runsOf(charting)).toHaveLength(16)
})

test('each line is named by what differs and counts the seeds that have points', () => {
  const charting = chartingOf(runs.slice(0, 4))
  const lines = linesOf(charting, { curve: 'success', points: new Map([['r0', [[1, 0.5]]]]) })
  expect(lines.map(({ label, colour, runs }) => [label, colour, runs])).toEqual([
    ['width 0', 'series-1', 1],
    ['width 1', 'series-2', 0],
  ])
})

test('one configuration is named by its task and method', () => {
  expect(linesOf(chartingOf(runs.slice(0, 2)), { curve: '', points: new Map() })[0]?.label).toBe('reach pebble')
})

test('settings are named against those of the same task and method alone', () => {
  const other = someSummary({ id: 'x', task: 'push', settings: { width: 9, fast: true } })
  const charting = chartingOf([...runs.slice(0, 4), other])
  expect(linesOf(charting, { curve: '', points: new Map() }).map(({ label }) => label)).toEqual([
    'reach pebble, width 0',
    'reach pebble, width 1',
    'push pebble',
  ])
})
