// A run's policy computed by the page, in a real Chromium: it acts as it does in Node.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadNodeRuntime } from '../../agents/tensor/executors/node-runtime.ts'
import { openOnnxPolicy } from '../../agents/tensor/executors/onnx-policy.ts'
import { folderRuns } from '../../viewer/server/folder-runs.ts'
import { ensurePage } from '../../viewer/server/page.ts'
import { startViewer, type Viewer } from '../../viewer/server/viewer.ts'
import { openBrowser } from '../support/browser.ts'
import { ask } from '../support/page-hook.ts'
import { exploit } from '../support/programs/exploit.ts'

const log = () => {}
let folder: string
let viewer: Viewer
let browser: Browser
let page: Page

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'policies-'))
  for (const run of ['trained well', 'begun']) {
    mkdirSync(join(folder, run))
    writeFileSync(join(folder, run, 'meta.json'), '{}')
  }
  writeFileSync(join(folder, 'trained well', 'policy.onnx'), exploit.onnx())
  viewer = await startViewer({
    port: 0,
    pageFolder: await ensurePage({ log }),
    source: folderRuns({ folder, log }),
    log,
  })
  browser = await openBrowser()
  page = await browser.newPage()
  await page.goto(`${viewer.address}?quality=coarse`)
})

afterAll(async () => {
  await browser?.close()
  await viewer?.close()
  rmSync(folder, { recursive: true, force: true })
})

test("the page acts as Node does, to 1e-5, on the run's own policy file", async () => {
  const { observations, count } = exploit
  const policy = await openOnnxPolicy(exploit.onnx(), await loadNodeRuntime())
  const expected = [...(await policy.act(observations, count))]
  await policy.dispose()
  const found = await ask(page, 'actions', 'trained well', [...observations], count)
  expect(found).toHaveLength(expected.length)
  expect(Math.max(...found.map((value, i) => Math.abs(value - expected[i]!)))).toBeLessThan(1e-5)
})

test('a run that has no policy yet, or that is unknown, is said by name', async () => {
  for (const run of ['begun', 'never', '..']) {
    await expect(ask(page, 'actions', run, [...exploit.observations], exploit.count)).rejects.toThrow(
      run === '..' ? /there is no such page|not allowed|has no policy/ : `the run "${run}" has no policy.onnx yet`,
    )
  }
})
