import { expect, test } from 'vitest'
import { chooserRows } from '../../../../viewer/client/runs/chooser-rows.ts'
import { someSummary } from '../../../support/some-summary.ts'

const runs = (count: number) =>
  Array.from({ length: count }, (_, i) =>
    someSummary({ id: `r${i}`, seed: i, settings: { teacher: i % 2 === 0 ? 'oracle' : 'noisy' } }),
  )
const shape = (rows: ReturnType<typeof chooserRows>) => rows.map(({ kind, text }) => `${kind}: ${text}`)

test('a few runs lie open under their configurations, these under task and method', () => {
  expect(shape(chooserRows(runs(3), { turned: new Set() }))).toEqual([
    'heading: reach · pebble',
    'configuration: teacher oracle',
    'run: seed 0',
    'run: seed 2',
    'run: teacher noisy, seed 1',
  ])
})

test('of many runs only the configurations are shown until one is opened', () => {
  const many = runs(100)
  const closed = chooserRows(many, { turned: new Set() })
  expect(closed).toHaveLength(3)
  const opened = chooserRows(many, { turned: new Set([closed[1]!.key]) })
  expect(opened).toHaveLength(53)
})

test('runs that are all alike need no name for it', () => {
  const alike = [someSummary({ id: 'a', seed: 1 }), someSummary({ id: 'b', seed: 2 })]
  expect(shape(chooserRows(alike, { turned: new Set() }))[1]).toBe('configuration: one configuration')
})
