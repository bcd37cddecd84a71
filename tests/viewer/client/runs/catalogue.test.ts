import { expect, test } from 'vitest'
import { createCatalogue } from '../../../../viewer/client/runs/catalogue.ts'
import type { RunSummary } from '../../../../viewer/protocol/run.ts'
import { someSummary } from '../../../support/some-summary.ts'

function setUp() {
  const waiting: (() => void)[] = []
  const catalogue = createCatalogue((then) => waiting.push(then))
  const tell = (runs: readonly RunSummary[], more: { gone?: string[]; fresh?: boolean; left?: number } = {}) =>
    catalogue.hear({ type: 'runs', runs: [...runs], gone: [], fresh: false, left: 0, ...more })
  const pass = () => {
    for (const then of waiting.splice(0)) then()
  }
  return { catalogue, tell, pass, waiting, ids: () => catalogue.runs.now.map(({ id }) => id) }
}

const run = (id: string, of: Partial<RunSummary> = {}) => someSummary({ id, ...of })

test('runs under way come first, then the newest, and those that wait for their turn last', () => {
  const { tell, ids } = setUp()
  tell([
    run('old', { started: 1 }),
    run('new', { started: 9 }),
    run('next', { state: 'queued', started: null }),
    run('now', { state: 'running' }),
  ])
  expect(ids()).toEqual(['now', 'new', 'old', 'next'])
})

test('the first runs are told at once, and many messages after that as one', () => {
  const { tell, pass, waiting, ids } = setUp()
  tell([run('a')], { fresh: true, left: 2 })
  expect(ids()).toEqual(['a'])
  tell([run('b')], { left: 1 })
  tell([run('c')])
  expect(ids()).toEqual(['a'])
  expect(waiting).toHaveLength(1)
  pass()
  expect(ids()).toEqual(['a', 'b', 'c'])
})

test('it says how many are still to come', () => {
  const { catalogue, tell } = setUp()
  tell([run('a')], { fresh: true, left: 9800 })
  expect(catalogue.coming.now).toBe(9800)
  tell([run('b')])
  expect(catalogue.coming.now).toBe(0)
})

test('a run that changed is replaced, and one that is gone is forgotten', () => {
  const { catalogue, tell, pass, ids } = setUp()
  tell([run('a'), run('b')])
  tell([run('a', { state: 'failed' })], { gone: ['b'] })
  pass()
  expect(ids()).toEqual(['a'])
  expect(catalogue.get('a')?.state).toBe('failed')
})

test('a list that begins anew drops what it does not name any more, once it is complete', () => {
  const { tell, pass, ids } = setUp()
  tell([run('a'), run('b')], { fresh: true })
  tell([run('b')], { fresh: true, left: 1 })
  pass()
  expect(ids()).toEqual(['a', 'b'])
  tell([run('c')])
  pass()
  expect(ids()).toEqual(['b', 'c'])
})
