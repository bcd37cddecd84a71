import { expect, test } from 'vitest'
import { createRuns, firstToWatch } from '../../../../viewer/client/runs/runs.ts'
import type { RunSummary } from '../../../../viewer/protocol/run.ts'

const run = (id: string, state: RunSummary['state'] = 'finished'): RunSummary => ({
  id,
  task: 't',
  method: 'm',
  seed: 1,
  state,
})

function setUp(preferred?: string) {
  const asked: string[] = []
  const runs = createRuns({ preferred, onWatch: (id) => asked.push(id) })
  return { runs, asked }
}

test.each([
  ['the one asked for', [run('a'), run('b', 'running')], 'a', 'a'],
  ['else one under way', [run('a'), run('b', 'running')], 'gone', 'b'],
  ['else the newest', [run('a'), run('b')], undefined, 'a'],
  ['else none', [], 'a', undefined],
] as const)('the first run to watch is %s', (_, runs, preferred, first) => {
  expect(firstToWatch(runs, preferred)).toBe(first)
})

test('a watched run stays watched when another begins', () => {
  const { runs, asked } = setUp()
  runs.hear({ type: 'runs', runs: [run('a')] })
  runs.hear({ type: 'runs', runs: [run('b', 'running'), run('a')] })
  expect(asked).toEqual(['a'])
  expect(runs.list.now).toHaveLength(2)
})

test('a watched run that vanished gives way to another', () => {
  const { runs, asked } = setUp()
  runs.hear({ type: 'runs', runs: [run('a')] })
  runs.hear({ type: 'runs', runs: [run('b')] })
  expect(asked).toEqual(['a', 'b'])
})

test('parts of the watched run are taken in, those of others are not', () => {
  const { runs } = setUp()
  const clips = [{ id: 'c', task: 't', checkpoint: 'start', steps: 0, seed: 1, success: false }]
  runs.hear({ type: 'runs', runs: [run('a')] })
  runs.hear({ type: 'clips', run: 'a', clips })
  runs.hear({ type: 'curves', run: 'b', curves: [{ name: 'success', points: [] }] })
  runs.hear({ type: 'status', run: 'a', status: { state: 'finished', progress: null, note: null } })
  expect(runs.offer.now).toEqual({ run: 'a', clips })
  expect(runs.curves.now).toEqual([])
  expect(runs.status.now?.state).toBe('finished')
})

test('another run starts from nothing', () => {
  const { runs, asked } = setUp()
  runs.hear({ type: 'runs', runs: [run('a'), run('b')] })
  runs.hear({ type: 'curves', run: 'a', curves: [{ name: 'success', points: [] }] })
  runs.watch('b')
  runs.watch('b')
  expect(asked).toEqual(['a', 'b'])
  expect([runs.watched.now, runs.status.now, runs.curves.now, runs.offer.now]).toEqual([
    'b',
    undefined,
    [],
    { run: 'b', clips: [] },
  ])
})
