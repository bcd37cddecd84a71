// The page for rankings in a real Chromium: factors moved by keys and by hand, and what becomes of the pairs.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenRankingRoom, rankingRoom } from '../../lab/ranking/room.ts'
import type { StartRequest } from '../../viewer/protocol/ranking.ts'
import { folderRuns } from '../../viewer/server/folder-runs.ts'
import { ensurePage } from '../../viewer/server/page.ts'
import { startViewer, type Viewer } from '../../viewer/server/viewer.ts'
import { openBrowser } from '../support/browser.ts'
import { writeEpisodes } from '../support/judged-episodes.ts'

const patience = { timeout: 120_000, interval: 50 }
const log = () => {}
const troubles: string[] = []
const started: StartRequest[] = []
let folder: string
let room: OpenRankingRoom
let viewer: Viewer
let browser: Browser
let page: Page

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rank-'))
  await writeEpisodes(join(folder, 'one'))
  room = rankingRoom({ folder, log })
  const ranking = {
    judge: room.judge,
    async start(request: StartRequest) {
      started.push(request)
      return { run: 'drawer-open-1', command: 'rapref train heron' }
    },
  }
  const source = folderRuns({ folder, log })
  viewer = await startViewer({ port: 0, pageFolder: await ensurePage({ log }), source, ranking, log })
  browser = await openBrowser()
  page = await visit({ width: 1100, height: 760 })
})

afterAll(async () => {
  await browser?.close()
  await viewer?.close()
  await room?.close()
  rmSync(folder, { recursive: true, force: true })
})

async function visit(viewport: { width: number; height: number }): Promise<Page> {
  const visited = await browser.newPage({ viewport, reducedMotion: 'reduce' })
  visited.setDefaultTimeout(patience.timeout)
  visited.on('pageerror', (error) => troubles.push(error.message))
  await visited.goto(`${viewer.address}rank?quality=coarse`)
  await visited.locator('.rank-pair').first().waitFor(patience)
  return visited
}

const levels = () => page.locator('.level-name').allInnerTexts()
const pairs = () => page.locator('.rank-pair .pair-answer').allInnerTexts()
const news = () =>
  page
    .locator('section', { has: page.locator('.rank-pairs') })
    .getByRole('status')
    .innerText()

test("a run opens with its task's own ranking, and every pair says what decided", async () => {
  expect(await levels()).toEqual(['success', 'open', 'near'])
  const count = await page.locator('.rank-pair').count()
  expect(count).toBeGreaterThan(1)
  expect(await news()).toMatch(new RegExp(`^${count} pairs, \\d+ ties?$`))
  const reasons = await page.locator('.pair-reason').allInnerTexts()
  expect(reasons.some((reason) => /^Level \d, .*: differs by [\d.e+-]+, needed [\d.e+-]+$/.test(reason))).toBe(true)
  expect(await page.locator('.decides').allInnerTexts()).toContainEqual(expect.stringMatching(/^decides \d+ pairs?$/))
})

test('the chosen pair is drawn, side by side', async () => {
  await page.locator('.rank-pair').nth(1).click()
  await expect.poll(() => page.locator('.rank-words p').innerText(), patience).toBe('Same start')
  const [left, right] = await Promise.all(
    ['left', 'right'].map((side) => page.getByRole('img', { name: `Clip on the ${side}` }).boundingBox()),
  )
  expect([left!.width > 100, left!.height > 100, right!.x >= left!.x + left!.width]).toEqual([true, true, true])
  expect(await page.locator('.rank-pair').nth(1).getAttribute('aria-pressed')).toBe('true')
})

test('a direction turned round turns the answers that it decides, and says which', async () => {
  const before = await pairs()
  await page.getByRole('button', { name: 'Remove success' }).click()
  await page.getByRole('button', { name: 'open: more is better' }).click()
  await expect.poll(levels, patience).toEqual(['open', 'near'])
  await expect.poll(pairs, patience).not.toEqual(before)
  await expect.poll(() => page.locator('.rank-pair .badge').count(), patience).toBeGreaterThan(0)
  expect(await news()).toMatch(/; [1-9]\d* answers? changed$/)
})

test('levels are moved by keys, which keep the focus, and by hand', async () => {
  const up = page.getByRole('button', { name: 'near: more important' })
  await up.focus()
  await page.keyboard.press('Enter')
  await expect.poll(levels, patience).toEqual(['near', 'open'])
  expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe('near: more important')
  const grips = await page.locator('.grip').all()
  const [from, to] = await Promise.all([grips[0]!.boundingBox(), grips[1]!.boundingBox()])
  await page.mouse.move(from!.x + 8, from!.y + 8)
  await page.mouse.down()
  await page.mouse.move(to!.x + 8, to!.y + 20, { steps: 4 })
  await page.mouse.up()
  await expect.poll(levels, patience).toEqual(['open', 'near'])
})

test('what is no factor is told with the nearest name, and nothing can be learned from it', async () => {
  await page.getByLabel('Add a factor').fill('opne')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect.poll(() => page.locator('.trouble').innerText(), patience).toMatch(/opne.*open/s)
  expect(await page.getByRole('button', { name: 'Learn from it' }).isDisabled()).toBe(true)
  await page.getByRole('button', { name: 'Remove opne' }).click()
  await expect.poll(() => page.locator('.trouble').isHidden(), patience).toBe(true)
})

test('a run is started from the ranking as it stands', async () => {
  const margin = page.getByLabel('Margin of open', { exact: true })
  await margin.fill('0.5')
  await margin.press('Tab')
  const learn = page.getByRole('button', { name: 'Learn from it' })
  await expect.poll(() => learn.isEnabled(), patience).toBe(true)
  await learn.click()
  await expect.poll(() => page.locator('.rank-start').innerText(), patience).toMatch(/Started drawer-open-1/)
  expect(started).toEqual([{ task: 'drawer-open', order: ['less open beyond 0.5sd', 'near beyond 0.25sd'] }])
})

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

test.each(['light', 'dark'] as const)(
  'axe finds nothing serious in %s, and at 360 pixels nothing sticks out',
  async (colorScheme) => {
    const narrow = await visit({ width: 360, height: 740 })
    await narrow.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    expect(await narrow.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
    await narrow.evaluate(axe)
    const found = (await narrow.evaluate('axe.run()')) as {
      violations: { id: string; impact: string; nodes: { html: string }[] }[]
    }
    const serious = found.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    await narrow.close()
  },
)

test('all of this raised no error in the pages', () => {
  expect(troubles).toEqual([])
})
