// How fast the labelling page is: first view, and answer to next pair drawn. `npx tsx tests/bench/label.ts [pairs]`

import { ensurePage } from '../../viewer/server/page.ts'
import { openBrowser } from '../support/browser.ts'
import { startFakeDesk } from '../support/fake-desk.ts'
import { paceOf, quantile, visitDesk } from '../support/label-page.ts'
import { episodes, questionOf } from '../support/label-questions.ts'

const pairs = Number(process.argv[2] ?? 100)
const views = [
  { viewport: { width: 360, height: 360 }, quality: 'coarse' },
  { viewport: { width: 760, height: 600 }, quality: 'coarse' },
  { viewport: { width: 1280, height: 800 }, quality: 'plain' },
] as const

async function main(): Promise<void> {
  const recordings = await episodes()
  const pageFolder = await ensurePage({ log: () => {} })
  const browser = await openBrowser()
  for (const { viewport, quality } of views) {
    const questions = Array.from({ length: pairs + 4 }, (_, i) =>
      questionOf({ id: `q${i}`, recordings: [recordings[i % 4]!, recordings[(i + 1) % 4]!] }),
    )
    const desk = await startFakeDesk({ pageFolder, questions })
    const page = await visitDesk({ browser, address: `${desk.address}?quality=${quality}`, viewport, troubles: [] })
    const view = (await page.evaluate(`performance.getEntriesByName('first question')[0].startTime`)) as number
    const pace = await paceOf(page, pairs)
    const row = Object.entries(pace).map(([name, values]) => `${name} ${told(values)}`)
    process.stdout.write(
      `${viewport.width}x${viewport.height} ${quality}: first view ${view.toFixed(0)} ms; ${row.join('; ')}\n`,
    )
    await page.close()
    await desk.close()
  }
  await browser.close()
}

/** Best tenth, median and 95 of 100, in milliseconds. */
function told(values: readonly number[]): string {
  return [0.1, 0.5, 0.95].map((share) => quantile(values, share).toFixed(1)).join(' / ')
}

await main()
