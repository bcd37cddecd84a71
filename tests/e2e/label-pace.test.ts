// A hundred answers in a real Chromium, at full speed: what an answer costs, and what is left in the graphics memory.
// Times are compared with drawing once more in the same run; `npx tsx tests/bench/label.ts` prints milliseconds.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { ensurePage } from '../../viewer/server/page.ts'
import { openBrowser } from '../support/browser.ts'
import { type FakeDesk, startFakeDesk } from '../support/fake-desk.ts'
import { askLabel, type Pace, paceOf, patience, quantile, visitDesk } from '../support/label-page.ts'
import { episodes, questionOf } from '../support/label-questions.ts'

const pairs = 100
/** Goes once round all combinations before anything is counted. */
const warm = 4
const troubles: string[] = []
let browser: Browser
let desk: FakeDesk
let page: Page
let pace: Pace
let before: Awaited<ReturnType<typeof counts>>

const counts = () => askLabel(page, 'counts')

beforeAll(async () => {
  const recordings = await episodes()
  const questions = Array.from({ length: warm + pairs + 2 }, (_, i) =>
    questionOf({ id: `q${i}`, recordings: [recordings[i % 4]!, recordings[(i + 1) % 4]!] }),
  )
  desk = await startFakeDesk({ pageFolder: await ensurePage({ log: () => {} }), questions })
  browser = await openBrowser()
  const viewport = { width: 360, height: 360 }
  page = await visitDesk({ browser, address: `${desk.address}?quality=coarse`, viewport, troubles })
  await paceOf(page, warm)
  await vi.waitFor(async () => expect(await askLabel(page, 'ready')).toBeGreaterThan(0), patience)
  before = await counts()
  pace = await paceOf(page, pairs)
}, 240_000)

afterAll(async () => {
  await browser?.close()
  await desk?.close()
})

test('every answer showed the next pair before its key was through, and each was kept once', async () => {
  expect(pace.answers).toHaveLength(pairs)
  await vi.waitFor(() => expect(desk.given).toHaveLength(warm + pairs), patience)
  expect(new Set(desk.given.map(({ id }) => id)).size).toBe(warm + pairs)
  expect(troubles).toEqual([])
})

test('an answer costs the page little more than drawing once more', () => {
  // Building the pair after the next one here, instead of while the browser is idle, makes this 8 and more.
  expect(quantile(pace.own, 0.5)).toBeLessThan(5 * quantile(pace.ownRedraws, 0.5))
  expect(quantile(pace.answers, 0.5)).toBeLessThan(2 * quantile(pace.redraws, 0.5))
})

test('nothing is left behind in the graphics memory', async () => {
  expect(before.geometries).toBeGreaterThan(20)
  expect(await counts()).toEqual(before)
})
