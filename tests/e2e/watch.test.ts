// Runs of a folder in a real Chromium: chosen from a list, compared, charted; and many of them on the page for many.

import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { rollOut } from '../../lab/dataset/roll-out.ts'
import { train } from '../../lab/training/train.ts'
import { strideOf } from '../../viewer/server/clip-frame.ts'
import { folderRuns } from '../../viewer/server/folder-runs.ts'
import { ensurePage } from '../../viewer/server/page.ts'
import { startViewer, type Viewer } from '../../viewer/server/viewer.ts'
import { openBrowser } from '../support/browser.ts'
import { ask } from '../support/page-hook.ts'
import { writeRun } from '../support/run-folders.ts'
import { quiet, smokeRun } from '../support/smoke-run.ts'

const patience = { timeout: 120_000, interval: 50 }
const plannedRuns = 3000

const troubles: string[] = []
let folder: string
let browser: Browser
let viewer: Viewer
let page: Page

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'watch-'))
  await trainSmallest('real')
  for (const teacher of ['oracle', 'noisy']) {
    for (const seed of [1, 2]) {
      const success = [0, 0.25 * seed, teacher === 'oracle' ? 1 : 0.5]
      writeRun(join(folder, 'teachers', `${teacher}-${seed}`), { seed, settings: { teacher }, success, filmed: true })
    }
  }
  writeFileSync(join(folder, 'teachers', 'oracle-1', 'notes.md'), 'The best so far.')
  writeRun(join(folder, 'broken'), { task: 'push', state: 'failed', note: 'the loss is not a number' })
  writeFileSync(join(folder, 'broken', 'train.log'), 'learning\nError: the loss is not a number\n')
  planSweep(plannedRuns)
  const log = () => {}
  const source = folderRuns({ folder, log, rollOut, lookEverySeconds: 0.1 })
  viewer = await startViewer({ port: 0, pageFolder: await ensurePage({ log }), source, log })
  browser = await openBrowser()
  page = await visit('#teachers%2Foracle-1')
})

afterAll(async () => {
  await browser?.close()
  await viewer?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A real run, as short as can be. */
async function trainSmallest(name: string): Promise<void> {
  const run = await smokeRun(folder, name, ['steps=1600', 'evaluation.every=1600', 'exploration.steps=480'])
  await train({ run, reporter: quiet, signal: new AbortController().signal })
  run.close()
}

function planSweep(count: number): void {
  const settings = (i: number) => ({ teacher: ['oracle', 'noisy', 'skip'][i % 3], 'reward.width': 16 * (1 + (i % 4)) })
  const runs = Array.from({ length: count }, (_, i) => ({
    id: `id${i}`,
    name: `run-${i}`,
    task: 'push',
    seed: i,
    settings: settings(i),
  }))
  mkdirSync(join(folder, 'large', 'sweep'), { recursive: true })
  writeFileSync(join(folder, 'large', 'sweep', 'plan.json'), JSON.stringify({ base: { method: 'pebble' }, runs }))
}

async function visit(where: string, viewport = { width: 1280, height: 720 }): Promise<Page> {
  const visited = await browser.newPage({ viewport, reducedMotion: 'reduce' })
  visited.setDefaultTimeout(patience.timeout)
  visited.on('pageerror', (error) => troubles.push(error.message))
  visited.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text())
  })
  const [path, hash = ''] = where.split('#')
  await visited.goto(`${viewer.address}${path}?quality=coarse#${hash}`)
  return visited
}

async function shownClips(): Promise<string[]> {
  const clips = [await ask(page, 'clip', 'left'), await ask(page, 'clip', 'right')]
  return clips.map((clip) => `${clip?.run} ${clip?.id}`)
}

const chooser = () => page.getByRole('tree', { name: 'Runs' })
const row = (name: RegExp) => chooser().getByRole('treeitem', { name })

test('all runs are listed, also those in folders below and those that wait for their turn', async () => {
  await page.getByRole('button', { name: /runs$/ }).click()
  const found = page.locator('.chooser .found')
  await expect.poll(() => found.innerText(), patience).toBe(`${(plannedRuns + 6).toLocaleString('en')} runs`)
  // However many there are, the page holds those that are seen.
  expect(await page.locator('.run-row').count()).toBeLessThan(60)
  await page.getByRole('searchbox', { name: 'Filter runs' }).fill('reach')
  await expect.poll(() => found.innerText(), patience).toBe(`4 of ${(plannedRuns + 6).toLocaleString('en')} runs`)
})

test('any two runs stand side by side from the same start', async () => {
  await expect.poll(shownClips, patience).toEqual(['teachers/oracle-1 1000', 'teachers/oracle-1 3000'])
  await row(/^seed 2 teachers\/noisy-2/)
    .locator('[data-part=left]')
    .click()
  await expect.poll(shownClips, patience).toEqual(['teachers/noisy-2 3000', 'teachers/oracle-1 3000'])
  expect(await page.locator('.badge.pair').innerText()).toBe('Same start')
  expect(new URL(page.url()).hash).toBe('#teachers%2Foracle-1&beside=teachers%2Fnoisy-2')
})

test('what is shown can be replayed: the link names its recording, and it is there', async () => {
  await expect.poll(shownClips, patience).toContain('teachers/oracle-1 3000')
  const link = page.locator('.pane.right .replay-link')
  expect(await link.getAttribute('href')).toBe('replay?run=teachers%2Foracle-1&clip=3000')
  expect(await link.getAttribute('aria-label')).toMatch(/^Replay .* seed \d+ of teachers\/oracle-1$/)
  const recording = await fetch(new URL('runs/teachers/oracle-1/recordings/3000.rec', viewer.address))
  expect(recording.status).toBe(200)
})

test('where the two differ is said, and notes are shown', async () => {
  const about = page.getByRole('region', { name: 'About the run' })
  const difference = about.locator('.difference tbody tr')
  await expect.poll(() => difference.allInnerTexts(), patience).toEqual(['seed\t2\t1', 'teacher\tnoisy\toracle'])
  expect(await about.locator('.notes').innerText()).toBe('The best so far.')
})

test('the slider goes through the checkpoints, by keyboard too, and the clock stays where it is', async () => {
  await ask(page, 'seek', 0.3)
  const slider = page.getByRole('slider', { name: 'Checkpoint on the left' })
  await slider.focus()
  await page.keyboard.press('ArrowLeft')
  await expect.poll(shownClips, patience).toEqual(['teachers/noisy-2 2000', 'teachers/oracle-1 3000'])
  await page.keyboard.press('Home')
  await expect.poll(shownClips, patience).toEqual(['teachers/noisy-2 1000', 'teachers/oracle-1 3000'])
  expect(await ask(page, 'time')).toBeCloseTo(0.3, 6)
  await page.getByRole('button', { name: 'Newest' }).first().click()
  await expect.poll(shownClips, patience).toEqual(['teachers/noisy-2 3000', 'teachers/oracle-1 3000'])
})

test('each configuration is a line with the band of its seeds, and the same as a table', async () => {
  const chart = page.locator('.seeds svg')
  await expect
    .poll(() => chart.getAttribute('aria-label'), patience)
    .toBe('Success over seeds: teacher noisy 50% at 3k steps; teacher oracle 100% at 3k steps')
  expect(await page.locator('.seeds path.band').count()).toBe(2)
  await page.locator('.seeds summary').click()
  const rows = await page.locator('.seeds tbody tr').allInnerTexts()
  expect(rows[1]).toBe('2k\t38% (25% to 50%)\t38% (25% to 50%)')
})

test('what a run says meanwhile is shown', async () => {
  const say = (event: unknown) =>
    appendFileSync(join(folder, 'teachers', 'oracle-2', 'metrics.jsonl'), `${JSON.stringify(event)}\n`)
  say({ kind: 'point', curve: 'success', steps: 4000, value: 0.5 })
  await expect.poll(() => page.locator('.seeds svg').getAttribute('aria-label'), patience).toContain('oracle 50% at 4k')
  say({ kind: 'end', outcome: 'finished' })
})

test('a run that failed says why, with its last lines', async () => {
  await page.getByRole('searchbox', { name: 'Filter runs' }).fill('broken')
  await chooser().focus()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator('.phase').innerText(), patience).toBe('Failed')
  expect(await page.locator('.note').innerText()).toBe('the loss is not a number')
  await expect
    .poll(() => page.locator('.about-run pre').innerText(), patience)
    .toContain('Error: the loss is not a number')
  expect(await ask(page, 'words')).toBe('Failed')
})

test('a policy that was kept starts from any seed, and stands where it stands in Node to 1e-6', async () => {
  await page.getByRole('searchbox', { name: 'Filter runs' }).fill('drawer-open')
  await chooser().focus()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Start both from seed' }).click()
  await expect.poll(shownClips, patience).toEqual(['real start-500000', 'real start-500000'])
  const { poses, scene } = await rollOut(join(folder, 'real'), 500_000)
  const { frames, interval } = (await ask(page, 'clip', 'right'))!
  const size = scene.bodies.length * 7
  for (const frame of [0, frames - 1]) {
    await ask(page, 'seek', frame * interval)
    const expected = poses.values.slice(frame * strideOf(poses.interval) * size).slice(0, size)
    const drawn = (await ask(page, 'poses', 'right')).flat()
    expect(Math.max(...drawn.map((value, i) => Math.abs(value - expected[i]!)))).toBeLessThan(1e-6)
  }
})

test('many runs are a table that is filtered and ordered, and holds only the rows that are seen', async () => {
  await page.goto(`${viewer.address}sweep?quality=coarse`)
  const found = page.locator('.toolbar .found')
  await expect.poll(() => found.innerText(), patience).toBe(`${(plannedRuns + 6).toLocaleString('en')} runs`)
  expect(await page.locator('.table-row').count()).toBeLessThan(60)
  const grid = page.getByRole('grid', { name: 'Runs' })
  await expect.poll(() => grid.getAttribute('aria-rowcount'), patience).toBe(String(plannedRuns + 7))
  await page.getByRole('searchbox', { name: 'Filter runs' }).fill('teachers/')
  await expect.poll(() => found.innerText(), patience).toContain('4 of')
  await page.getByRole('combobox', { name: 'Order by' }).selectOption({ label: 'Run' })
  await page.getByRole('button', { name: 'Greatest first' }).click()
  const names = page.locator('.table-row:visible [role=gridcell]:nth-child(2)')
  await expect
    .poll(() => names.allInnerTexts(), patience)
    .toEqual(['noisy-1', 'noisy-2', 'oracle-1', 'oracle-2'].map((name) => `teachers/${name}`))
})

test('a click on a point shows that policy, and leads to where it is compared', async () => {
  const plot = page.locator('canvas.plot').first()
  await page.getByRole('combobox', { name: 'Across' }).selectOption({ label: 'Seed' })
  await page.getByRole('combobox', { name: 'Up' }).selectOption({ label: 'Success' })
  const box = (await plot.boundingBox())!
  // The greatest success lies on the upper edge of the plot; of two values, the first is a quarter across.
  await vi.waitFor(async () => {
    for (let x = 64; x < box.width - 20; x += 8) await plot.click({ position: { x, y: 15 } })
    expect(await page.locator('.detail h2').innerText()).toMatch(/^teachers\/oracle/)
  }, patience)
  await expect.poll(() => page.locator('.preview .quiet').innerText(), patience).toBe('3k steps · seed 0 · success')
  const name = await page.locator('.detail h2').innerText()
  await page.getByRole('link', { name: 'Watch and compare' }).click()
  await expect.poll(() => new URL(page.url()).hash, patience).toBe(`#${encodeURIComponent(name)}`)
  await expect.poll(async () => (await ask(page, 'clip', 'right'))?.run, patience).toBe(name)
})

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

test.each([
  ['#teachers%2Foracle-1&beside=teachers%2Fnoisy-2', 'light'],
  ['#broken', 'dark'],
  ['sweep', 'light'],
  ['sweep', 'dark'],
] as const)(
  'axe finds nothing serious on /%s in %s, and at 360 pixels nothing sticks out',
  async (where, colorScheme) => {
    const narrow = await visit(where, { width: 360, height: 740 })
    await narrow.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expect.poll(() => narrow.locator('.connection').innerText(), patience).toMatch(/Finished|Failed/)
    expect(await narrow.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
    const runsButton = narrow.getByRole('button', { name: /runs$/ })
    if (where !== 'sweep') await runsButton.click()
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
