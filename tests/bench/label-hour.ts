// Whether the labelling page keeps anything: an hour of pairs at two seconds each, at full speed. Graphics objects, the page's
// heap and its elements after every sixth of it. `npx tsx tests/bench/label-hour.ts [pairs]`

import { ensurePage } from '../../viewer/server/page.ts'
import { openBrowser } from '../support/browser.ts'
import { startFakeDesk } from '../support/fake-desk.ts'
import { askLabel, paceOf, visitDesk } from '../support/label-page.ts'
import { episodes, questionOf } from '../support/label-questions.ts'

const pairs = Number(process.argv[2] ?? 1800)
const looks = 6

async function main(): Promise<void> {
  const recordings = await episodes()
  const questions = Array.from({ length: pairs + 10 }, (_, i) =>
    questionOf({ id: `q${i}`, recordings: [recordings[i % 4]!, recordings[(i + 1) % 4]!] }),
  )
  const desk = await startFakeDesk({ pageFolder: await ensurePage({ log: () => {} }), questions })
  const browser = await openBrowser()
  const viewport = { width: 360, height: 360 }
  const page = await visitDesk({ browser, address: `${desk.address}?quality=coarse`, viewport, troubles: [] })
  const inspector = await page.context().newCDPSession(page)
  await paceOf(page, 4)
  for (let look = 0; look <= looks; look++) {
    if (look > 0) await paceOf(page, Math.round(pairs / looks))
    await inspector.send('HeapProfiler.collectGarbage')
    const { usedSize } = await inspector.send('Runtime.getHeapUsage')
    const { nodes, jsEventListeners } = await inspector.send('Memory.getDOMCounters')
    const { geometries, textures, programs } = await askLabel(page, 'counts')
    const row = { answers: desk.given.length, geometries, textures, programs, nodes, listeners: jsEventListeners }
    process.stdout.write(`${JSON.stringify({ ...row, heapMB: Number((usedSize / 1e6).toFixed(2)) })}\n`)
  }
  await browser.close()
  await desk.close()
}

await main()
