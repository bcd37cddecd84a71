// Answers are safe, through the real page: 200 pairs by key at full speed, while lines are cut, the page is reloaded and
// the server is killed.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { parseLog } from '../../rewards/preference/log-lines.ts'
import { ensurePage } from '../../viewer/server/page.ts'
import { openBrowser } from '../support/browser.ts'
import { type CuttableLine, cuttableLine } from '../support/cuttable-line.ts'
import { askLabel, patience, visitDesk } from '../support/label-page.ts'
import { type LabelProcess, startLabelProcess } from '../support/label-process.ts'
import { writeRecordings } from '../support/recordings-to-judge.ts'

const wanted = 200
const troubles: string[] = []
let folder: string
let out: string
let pageFolder: string
let server: LabelProcess
let line: CuttableLine
let browser: Browser
let page: Page

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'label-survival-'))
  out = join(folder, 'labels.jsonl')
  writeRecordings(folder, { starts: 10, each: 4 })
  pageFolder = await ensurePage({ log: () => {} })
  server = await startLabelProcess({ place: folder, out, budget: wanted, pageFolder })
  line = await cuttableLine(server.port)
  browser = await openBrowser()
  const address = `http://127.0.0.1:${line.port}/label?quality=coarse`
  page = await visitDesk({ browser, address, viewport: { width: 360, height: 360 }, troubles })
}, 240_000)

afterAll(async () => {
  await browser?.close()
  await line?.close()
  await server?.kill()
  rmSync(folder, { recursive: true, force: true })
})

function standing() {
  return [...parseLog(readFileSync(out), out).answers.values()]
}

/** Presses keys, as fast as the page asks, until so many were pressed or nothing is asked. */
async function answer(count: number): Promise<void> {
  await page.evaluate(`(async () => {
    const { raprefLabel } = window
    const keys = ['ArrowLeft', 'ArrowRight', 'ArrowDown']
    for (let i = 0, idle = 0; i < ${count} && idle < 100; ) {
      if (raprefLabel.question() === undefined) {
        idle++
        await new Promise((resolve) => setTimeout(resolve, 20))
        continue
      }
      idle = 0
      const key = keys[i++ % 3]
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
      if (i % 4 === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    }
  })()`)
}

const happenings = {
  cut: async () => line.cut(),
  reload: async () => {
    await page.reload()
  },
  undo: () => page.keyboard.press('u'),
  async kill() {
    await server.kill()
    server = await startLabelProcess({ place: folder, out, budget: wanted, pageFolder, port: server.port })
  },
}

test('200 pairs answered in the page, with 5 cut lines, 2 reloads, undos and 1 killed server: exactly 200 answers', async () => {
  for (const what of ['cut', 'undo', 'reload', 'cut', 'undo', 'kill', 'cut', 'reload', 'cut', 'undo', 'cut'] as const) {
    await answer(15)
    await happenings[what]()
  }
  await vi.waitFor(async () => {
    await answer(50)
    expect(standing()).toHaveLength(wanted)
    expect((await askLabel(page, 'answers')).waiting).toBe(0)
  }, patience)
  const answers = standing()
  expect(new Set(answers.map(({ question }) => question)).size).toBe(wanted)
  const lines = readFileSync(out, 'utf8')
    .trimEnd()
    .split('\n')
    .map((text) => JSON.parse(text) as { kind: string })
  const undos = lines.filter(({ kind }) => kind === 'undo').length
  expect(undos).toBe(3)
  expect(lines).toHaveLength(wanted + 2 * undos)
  expect(troubles).toEqual([])
}, 240_000)
