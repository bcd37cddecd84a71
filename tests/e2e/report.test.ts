// The report in a real Chromium, from disk: a clip in it plays, nothing is fetched, and it fits a phone.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordEpisode } from '../../envs/record.ts'
import { makeEnv } from '../../envs/registry.ts'
import { writeReport } from '../../lab/report/write-report.ts'
import { encodeRecording } from '../../sim/recording-codec.ts'
import { openBrowser } from '../support/browser.ts'
import { temporaryFolder } from '../support/smoke-run.ts'
import { writeSomeRun } from '../support/some-study.ts'

const folder = temporaryFolder()
const requests: string[] = []
const troubles: string[] = []
let browser: Browser
let page: Page

beforeAll(async () => {
  const env = await makeEnv('drawer-open', { horizon: 40 })
  const recording = encodeRecording(await recordEpisode(env, () => env.expert(), { seed: 7, policy: 'expert' }))
  env.dispose()
  for (const seed of [1, 2]) {
    for (const labels of [100, 500]) {
      const settings = { seed, labels }
      const run = writeSomeRun(folder.path, { name: `run-${labels}-${seed}`, settings, half: 60_000, ceiling: 0.9 })
      writeFileSync(join(run, 'recordings', 'final.rec'), recording)
    }
  }
  const { report } = await writeReport([folder.path], { clips: 12, log: () => {} })
  browser = await openBrowser()
  page = await browser.newPage({ viewport: { width: 360, height: 740 }, reducedMotion: 'reduce' })
  page.setDefaultTimeout(120_000)
  page.on('request', (request) => requests.push(request.url()))
  page.on('pageerror', (error) => troubles.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text())
  })
  await page.goto(pathToFileURL(report).href)
})

afterAll(async () => {
  await browser?.close()
  folder.clean()
})

test('a clip plays in the page when its button is pressed, and only one at a time', async () => {
  expect(await page.locator('[data-clip]').count()).toBe(2)
  for (const clip of ['clip-1', 'clip-2']) {
    await page.click(`[data-clip=${clip}]`)
    await page.frameLocator('iframe').getByText('Ready', { exact: true }).waitFor()
    expect(await page.locator('iframe').count()).toBe(1)
    expect(await page.locator('[aria-pressed=true]').getAttribute('data-clip')).toBe(clip)
  }
  expect(await page.frameLocator('iframe').locator('.about').textContent()).toBe('drawer-open · expert · seed 7')
})

test('nothing is fetched and nothing goes wrong', () => {
  expect(requests).toEqual([expect.stringMatching(/^file:.*report\.html$/)])
  expect(troubles).toEqual([])
})

test('a phone shows it without scrolling sideways', async () => {
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
})
