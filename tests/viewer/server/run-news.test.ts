import { expect, test } from 'vitest'
import { runNews } from '../../../viewer/server/run-news.ts'
import { someSummary } from '../../support/some-summary.ts'

function setUp(count: number) {
  const runs = new Map(Array.from({ length: count }, (_, i) => [`r${i}`, someSummary({ id: `r${i}` })]))
  const news = runNews({ list: async () => [...runs.values()], summary: (run) => runs.get(run) })
  return { runs, news }
}

test('ten thousand runs are told two hundred at a time, in their order, and the first message says that it begins', async () => {
  const { news } = setUp(10_000)
  const first = await news.take()
  expect([first?.fresh, first?.runs.length, first?.left, first?.runs[0]?.id]).toEqual([true, 200, 9800, 'r0'])
  expect(JSON.stringify(first).length).toBeLessThan(64_000)
  let told = 200
  for (let message = await news.take(); message !== undefined; message = await news.take()) {
    expect(message.fresh).toBe(false)
    told += message.runs.length
    expect(message.left).toBe(10_000 - told)
  }
  expect(told).toBe(10_000)
})

test('a run that changed twice is told once, as it is then', async () => {
  const { runs, news } = setUp(1)
  await news.take()
  news.add('r0')
  runs.set('r0', someSummary({ id: 'r0', state: 'failed' }))
  news.add('r0')
  expect((await news.take())?.runs.map(({ state }) => state)).toEqual(['failed'])
  expect(await news.take()).toBeUndefined()
})

test('a run that went is told by name', async () => {
  const { runs, news } = setUp(2)
  await news.take()
  runs.delete('r1')
  news.add('r1')
  expect(await news.take()).toMatchObject({ runs: [], gone: ['r1'], left: 0 })
})

test('an empty folder is told too: the page waits for it', async () => {
  expect(await setUp(0).news.take()).toEqual({ type: 'runs', fresh: true, runs: [], gone: [], left: 0 })
})
