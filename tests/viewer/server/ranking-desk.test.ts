import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { RankingJudgement } from '../../../viewer/protocol/ranking.ts'
import { RankingError } from '../../../viewer/server/ranking-desk.ts'
import { startViewer, type Viewer } from '../../../viewer/server/viewer.ts'

const json = { 'Content-Type': 'application/json' }
const judged: unknown[] = []
const startedFrom: unknown[] = []
let atOnce = 0
let most = 0
let viewer: Viewer
let plain: Viewer

const judgement: RankingJudgement = {
  task: 'push',
  order: ['near'],
  factors: [],
  pairs: [{ id: 'q', first: 'a', second: 'b', fair: true }],
  verdicts: [{ answer: 'first', level: 1, difference: 2, margin: 0 }],
  notes: [],
}

beforeAll(async () => {
  const common = { port: 0, pageFolder: '.', log: () => {} }
  plain = await startViewer(common)
  viewer = await startViewer({
    ...common,
    ranking: {
      async judge(request) {
        most = Math.max(most, ++atOnce)
        await new Promise((resolve) => setTimeout(resolve, 5))
        atOnce--
        if (request.run === 'none') throw new RankingError('there are no recordings of a run "none" here')
        if (request.run === 'fault') throw new TypeError('a fault of ours')
        judged.push(request)
        return judgement
      },
      async start(request) {
        startedFrom.push(request)
        return { run: 'push-1', command: 'rapref train heron' }
      },
    },
  })
})
beforeEach(() => {
  judged.length = 0
  startedFrom.length = 0
})
afterAll(async () => {
  await viewer.close()
  await plain.close()
})

const send = (where: string, body: unknown, headers: Record<string, string> = json, to = viewer) =>
  fetch(`${to.address}rankings/${where}`, { method: 'POST', headers, body: JSON.stringify(body) })

test('a ranking is judged, and what it comes to is the answer', async () => {
  const answer = await send('judge', { run: 'one', order: ['near'] })
  expect([answer.status, await answer.json()]).toEqual([200, judgement])
  expect(judged).toEqual([{ run: 'one', order: ['near'] }])
})

test('a run is started from a ranking', async () => {
  const answer = await send('start', { task: 'push', order: ['near'] })
  expect([answer.status, await answer.json()]).toEqual([200, { run: 'push-1', command: 'rapref train heron' }])
  expect(startedFrom).toEqual([{ task: 'push', order: ['near'] }])
})

test('rankings are judged one at a time', async () => {
  await Promise.all(Array.from({ length: 5 }, (_, i) => send('judge', { run: `run-${i}` })))
  expect([judged.length, most]).toEqual([5, 1])
})

test('what cannot be judged is told in the words of whoever knows, and stops nothing', async () => {
  const refused = await send('judge', { run: 'none' })
  expect([refused.status, await refused.text()]).toEqual([422, 'there are no recordings of a run "none" here\n'])
  expect((await send('judge', { run: 'fault' })).status).toBe(500)
  expect((await send('judge', { run: 'one' })).status).toBe(200)
})

test('what is no ranking is refused with what is wrong', async () => {
  const noText = await fetch(`${viewer.address}rankings/judge`, { method: 'POST', headers: json, body: '{"run":' })
  expect([noText.status, await noText.text()]).toEqual([400, expect.stringContaining('expected a ranking as JSON: ')])
  const many = await send('judge', { run: 'one', order: Array.from({ length: 21 }, () => 'near') })
  expect([many.status, await many.text()]).toEqual([400, expect.stringMatching(/^order: /)])
  const none = await send('start', { task: 'push', order: [] })
  expect([none.status, await none.text()]).toEqual([400, expect.stringMatching(/^order: /)])
  expect((await send('start', { task: 'push', order: ['near'], command: 'rm' })).status).toBe(400)
  expect((await send('judge', { run: 'x'.repeat(70_000) })).status).toBe(413)
  expect([...judged, ...startedFrom]).toEqual([])
})

test('pages of other origins, other types and other methods are refused', async () => {
  expect((await send('judge', { run: 'one' }, { ...json, Origin: 'http://evil.example' })).status).toBe(403)
  expect((await send('judge', { run: 'one' }, { 'Content-Type': 'text/plain' })).status).toBe(415)
  expect((await fetch(`${viewer.address}rankings/judge`)).status).toBe(405)
  expect(judged).toEqual([])
})

test('a server that judges none says who does', async () => {
  const answer = await send('judge', { run: 'one' }, json, plain)
  expect([answer.status, await answer.text()]).toEqual([404, 'this server judges no rankings; rapref view does\n'])
})
