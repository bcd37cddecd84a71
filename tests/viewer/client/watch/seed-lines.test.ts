import { expect, test } from 'vitest'
import { seedLines, siblingsOf } from '../../../../viewer/client/watch/seed-lines.ts'
import { someSummary } from '../../../support/some-summary.ts'

const runs = [
  someSummary({ id: 'a1', seed: 1, settings: { teacher: 'oracle' } }),
  someSummary({ id: 'a2', seed: 2, settings: { teacher: 'oracle' } }),
  someSummary({ id: 'b1', seed: 1, settings: { teacher: 'noisy' } }),
  someSummary({ id: 'b2', seed: 2, settings: { teacher: 'noisy' }, state: 'queued' }),
]

test('each side is drawn with all seeds of its configuration that have begun', () => {
  const siblings = siblingsOf(runs, { left: 'b1', right: 'a2' })
  expect(siblings.right?.runs.map(({ id }) => id)).toEqual(['a1', 'a2'])
  expect(siblings.left?.runs.map(({ id }) => id)).toEqual(['b1'])
  const points = new Map([
    ['a1', [[10, 0]]],
    ['a2', [[10, 1]]],
    ['b1', [[10, 0.25]]],
  ] as [string, [number, number][]][])
  const lines = seedLines(siblings, { curve: 'success', points })
  expect(lines.map(({ label, colour, runs, points }) => [label, colour, runs, points[0]?.mean])).toEqual([
    ['teacher noisy', 'left', 1, 0.25],
    ['teacher oracle', 'right', 2, 0.5],
  ])
})

test('two seeds of one configuration are one line', () => {
  expect(Object.keys(siblingsOf(runs, { left: 'a1', right: 'a2' }))).toEqual(['right'])
  expect(siblingsOf(runs, { left: undefined, right: 'gone' })).toEqual({})
})
