import { expect, test } from 'vitest'
import { createRuns, firstToWatch } from '../../../../viewer/client/runs/runs.ts'
import type { RunSummary } from '../../../../viewer/protocol/run.ts'
import { someSummary } from '../../../support/some-summary.ts'

const run = (id: string, state: RunSummary['state'] = 'finished') => someSummary({ id, state })

function setUp() {
  const asked: (readonly string[])[] = []
  return { asked, runs: createRuns({ onWatch: (names) => asked.push(names) }) }
}

test.each([
  ['the one asked for', [run('a'), run('b', 'running')], 'a', 'a'],
  ['else one under way', [run('a'), run('b', 'running')], 'gone', 'b'],
  ['else the newest', [run('a'), run('b')], undefined, 'a'],
  ['never one that waits for its turn', [run('a', 'queued'), run('b')], 'a', 'b'],
  ['else none', [], 'a', undefined],
] as const)('the first run to watch is %s', (_, runs, preferred, first) => {
  expect(firstToWatch(runs, preferred)).toBe(first)
})

test('both sides show one run until one of them is given another', () => {
  const { runs, asked } = setUp()
  runs.watch('a')
  runs.watch('b', 'left')
  expect([runs.left.run.now, runs.right.run.now]).toEqual(['b', 'a'])
  runs.watch('a')
  expect(asked).toEqual([['a'], ['b', 'a'], ['a']])
})

test('the server is not asked twice for the same', () => {
  const { runs, asked } = setUp()
  runs.watch('a')
  runs.watch('a')
  runs.watch('a', 'right')
  expect(asked).toEqual([['a']])
})

test('each side takes in the parts of its run, and those of others are passed over', () => {
  const { runs } = setUp()
  const clips = [{ id: 'c', task: 't', checkpoint: 'start', steps: 0, seed: 1, success: false }]
  runs.watch('a')
  runs.watch('b', 'left')
  runs.hear({ type: 'clips', run: 'a', clips })
  runs.hear({ type: 'curves', run: 'b', curves: [{ name: 'success', points: [] }] })
  runs.hear({ type: 'curves', run: 'c', curves: [] })
  runs.hear({ type: 'status', run: 'a', status: { state: 'finished', progress: null, note: null } })
  expect([runs.right.offer.now, runs.left.offer.now]).toEqual([
    { run: 'a', clips },
    { run: 'b', clips: [] },
  ])
  expect([runs.left.curves.now.length, runs.right.curves.now.length]).toEqual([1, 0])
  expect([runs.left.status.now, runs.right.status.now?.state]).toEqual([undefined, 'finished'])
})

test('another run starts from nothing', () => {
  const { runs } = setUp()
  runs.watch('a')
  runs.hear({ type: 'curves', run: 'a', curves: [{ name: 'success', points: [] }] })
  runs.watch('b')
  const { run, status, curves, offer } = runs.right
  expect([run.now, status.now, curves.now, offer.now]).toEqual(['b', undefined, [], { run: 'b', clips: [] }])
})
