import { expect, test } from 'vitest'
import { filterRuns } from '../../../../viewer/client/runs/query.ts'
import { someSummary } from '../../../support/some-summary.ts'

const runs = [
  someSummary({ id: 'teachers/a', task: 'push', seed: 3, settings: { teacher: 'noisy', 'reward.width': 32 } }),
  someSummary({ id: 'teachers/b', task: 'drawer-open', state: 'failed', note: 'the disk is full' }),
  someSummary({ id: 'first', task: 'push', method: 'rune' }),
]
const found = (text: string) => filterRuns(runs, text).map(({ id }) => id)

test.each([
  ['', ['teachers/a', 'teachers/b', 'first']],
  ['   ', ['teachers/a', 'teachers/b', 'first']],
  ['push', ['teachers/a', 'first']],
  ['PUSH rune', ['first']],
  ['failed', ['teachers/b']],
  ['disk', ['teachers/b']],
  ['seed=3', ['teachers/a']],
  ['teacher=noisy width=32', ['teachers/a']],
  ['push failed', []],
])('typing %j finds %j', (text, ids) => {
  expect(found(text)).toEqual(ids)
})

test('a run that changed is found by what it is now', () => {
  const before = someSummary({ state: 'running' })
  expect(filterRuns([before], 'running')).toHaveLength(1)
  expect(filterRuns([{ ...before, state: 'failed' }], 'running')).toHaveLength(0)
})
