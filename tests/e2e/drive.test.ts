// The driving page in a real Chromium: the physics runs there, and what a person did happens again in Node bit for bit.

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { verifyRecording } from '../../envs/record.ts'
import { tasks } from '../../envs/registry.ts'
import { demonstrationKeeper } from '../../lab/demonstrations/keep-demonstration.ts'
import { decodeRecording } from '../../sim/recording-codec.ts'
import type { DriveHook } from '../../viewer/client/drive/hook-contract.ts'
import { folderRuns } from '../../viewer/server/folder-runs.ts'
import { ensurePage } from '../../viewer/server/page.ts'
import { startViewer, type Viewer } from '../../viewer/server/viewer.ts'
import { openBrowser } from '../support/browser.ts'
import { taskPolicy } from '../support/programs/task-policy.ts'

const patience = { timeout: 60_000, interval: 50 }
const log = () => {}
const troubles: string[] = []
let folder: string
let viewer: Viewer
let browser: Browser
let page: Page

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'drive-'))
  mkdirSync(join(folder, 'trained'))
  writeFileSync(join(folder, 'trained', 'meta.json'), '{}')
  writeFileSync(join(folder, 'trained', 'policy.onnx'), taskPolicy({ task: 'reach', actionRepeat: '3' }))
  viewer = await startViewer({
    port: 0,
    pageFolder: await ensurePage({ log }),
    source: folderRuns({ folder, log }),
    keepDemonstration: demonstrationKeeper(folder),
    log,
  })
  browser = await openBrowser()
  page = await browser.newPage({ viewport: { width: 400, height: 400 }, reducedMotion: 'reduce' })
  page.setDefaultTimeout(patience.timeout)
  page.on('pageerror', (error) => troubles.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text())
  })
  await page.goto(`${viewer.address}drive?quality=coarse&task=push&seed=5`)
  await vi.waitFor(async () => expect(await ask('attempt')).toBeDefined(), patience)
})

afterAll(async () => {
  await browser?.close()
  await viewer?.close()
  rmSync(folder, { recursive: true, force: true })
})

function ask<Name extends keyof DriveHook>(name: Name, ...given: Parameters<DriveHook[Name]>) {
  return page.evaluate(`window.raprefDrive.${name}(...${JSON.stringify(given)})`) as Promise<
    ReturnType<DriveHook[Name]>
  >
}

async function stepsReach(least: number): Promise<void> {
  await expect.poll(async () => (await ask('attempt'))?.steps, patience).toBeGreaterThanOrEqual(least)
}

/** Holds a key until what it is to bring about is there. */
async function hold(key: string, brought: () => Promise<void>): Promise<void> {
  await page.keyboard.down(key)
  await vi.waitFor(brought, patience)
  await page.keyboard.up(key)
}

test('every task can be chosen, and nothing happens before somebody moves', async () => {
  await expect
    .poll(() => page.locator('select[aria-label="Task"]').locator('option').count(), patience)
    .toBe(tasks.length)
  expect(await ask('attempt')).toMatchObject({ task: 'push', seed: 5, steps: 0, pokes: 0, actors: [] })
  expect(await ask('running')).toBe(false)
})

test('held keys move the hand as the person sees it: to the right of the picture, and up', async () => {
  const [, , height] = await ask('place', 'palm')
  const [across, along] = await ask('seen', 'palm')
  await hold('d', async () => expect((await ask('seen', 'palm'))[0]).toBeGreaterThan(across + 10))
  expect(Math.abs((await ask('seen', 'palm'))[1] - along)).toBeLessThan((await ask('seen', 'palm'))[0] - across)
  await hold('e', async () => expect((await ask('place', 'palm'))[2]).toBeGreaterThan(height! + 0.02))
  await page.keyboard.press(' ')
  // However far it is, some steps with the fingers closed.
  await stepsReach(Math.max(40, (await ask('attempt'))!.steps + 10))
})

test('what was done leaves as a recording that Node simulates again, bit for bit', async () => {
  await page.keyboard.press('k')
  const kept = page.locator('.demonstrations li')
  await kept.locator('[data-tone="good"]').first().waitFor(patience)
  expect(await kept.innerText()).toMatch(/^push, seed 5: [\d.]+ s, not solved/)
  const [download] = await Promise.all([
    page.waitForEvent('download', patience),
    kept.getByRole('button', { name: /^Download/ }).click(),
  ])
  expect(download.suggestedFilename()).toBe('push-person-5-1.rec')
  const recording = decodeRecording(readFileSync(await download.path()))
  expect(recording).toMatchObject({ task: 'push', seed: 5, policy: 'person' })
  const steps = (await ask('attempt'))!.steps
  expect(recording.rewards.length).toBe(steps)
  expect(steps).toBeGreaterThanOrEqual(40)
  // The person moved, and closed the fingers.
  expect(recording.actions.some((value, at) => at % 4 < 3 && value !== 0)).toBe(true)
  expect(recording.actions.at(-1)).toBe(1)
  expect(await verifyRecording(recording)).toEqual({ verdict: 'identical', steps })
})

test('what is sent lands in the folder of the server, byte for byte what was downloaded', async () => {
  await page.locator('.demonstrations').getByRole('button', { name: /^Send/ }).click()
  await expect
    .poll(() => page.locator('.demonstrations li').innerText(), patience)
    .toContain('Happens again here too; kept as')
  const [file, ...more] = readdirSync(join(folder, 'demonstrations'))
  expect(more).toEqual([])
  const recording = decodeRecording(readFileSync(join(folder, 'demonstrations', file!)))
  expect((await verifyRecording(recording)).verdict).toBe('identical')
})

test('a reset begins again, from the same start or another one', async () => {
  await page.keyboard.press('r')
  expect(await ask('attempt')).toMatchObject({ seed: 5, steps: 0, actors: [] })
  const puck = await ask('place', 'puck')
  await page.keyboard.press('n')
  expect(await ask('attempt')).toMatchObject({ seed: 6, steps: 0 })
  expect(await ask('place', 'puck')).not.toEqual(puck)
  await page.keyboard.press('r')
})

test('a press on an object pushes it away, and what was pushed is no demonstration', async () => {
  await page.evaluate('scrollTo(0, 0)')
  const before = await ask('place', 'puck')
  const [x, y] = await ask('seen', 'puck')
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 60, y, { steps: 3 })
  await page.mouse.up()
  expect((await ask('attempt'))!.pokes).toBe(1)
  await page.keyboard.press('Enter')
  await stepsReach(30)
  await page.keyboard.press('Enter')
  const after = await ask('place', 'puck')
  expect(Math.hypot(after[0]! - before[0]!, after[1]! - before[1]!)).toBeGreaterThan(0.005)
  expect(await page.getByRole('button', { name: 'Keep' }).isDisabled()).toBe(true)
  await page.keyboard.press('k')
  expect(await page.locator('.notice').innerText()).toMatch(/^something was pushed, which no action explains/)
  expect(await page.locator('.demonstrations li').count()).toBe(1)
})

test('the expert solves the task, which is said, and a person may take over', async () => {
  await page.getByLabel('Who acts').selectOption('expert')
  await page.getByRole('button', { name: 'Same start again' }).click()
  await page.getByRole('button', { name: 'Go' }).click()
  await expect.poll(async () => (await ask('attempt'))?.solvedAt ?? 0, patience).toBeGreaterThan(0)
  expect(await page.locator('.badge.solved').innerText()).toMatch(/solved at/i)
  await page.getByLabel('Who acts').selectOption('person')
  await hold('a', async () => expect((await ask('attempt'))!.actors).toEqual(['expert', 'person']))
})

test("a run's policy acts on the task that it learned, and so does one from a file", async () => {
  await page.getByLabel('Policy of a run').selectOption('trained')
  await expect.poll(() => page.getByLabel('Who acts').inputValue(), patience).toBe('policy')
  // It learned another task than the one that was open.
  await expect.poll(async () => (await ask('attempt'))?.task, patience).toBe('reach')
  await page.getByRole('button', { name: 'Go' }).click()
  await stepsReach(7)
  await page.getByRole('button', { name: 'Pause' }).click()
  expect((await ask('attempt'))!.actors).toEqual(['trained'])
  const file = { name: 'mine.onnx', mimeType: 'application/octet-stream', buffer: Buffer.from(taskPolicy({})) }
  await page.getByLabel('Open a policy').last().setInputFiles(file)
  await expect.poll(() => page.locator('.card', { hasText: 'Open: mine.onnx' }).count(), patience).toBe(1)
})

test('what is no policy is refused by name', async () => {
  const file = { name: 'odd.onnx', mimeType: 'application/octet-stream', buffer: Buffer.from('GIF89a') }
  await page.getByLabel('Open a policy').last().setInputFiles(file)
  await expect.poll(() => page.locator('.notice').innerText(), patience).toMatch(/^odd\.onnx: found no ONNX model/)
})

test('tasks follow one another without leaving anything in the graphics memory', async () => {
  const visit = async (task: string) => {
    await page.locator('select[aria-label="Task"]').selectOption(task)
    await expect.poll(async () => (await ask('attempt'))?.task, patience).toBe(task)
  }
  for (const task of ['push', 'reach', 'push']) await visit(task)
  await page.waitForTimeout(300)
  const before = await ask('counts')
  for (const task of ['reach', 'push', 'reach', 'push']) await visit(task)
  await expect.poll(() => ask('counts'), patience).toEqual(before)
})

test('every control has a name, and nothing sticks out at 360 pixels', async () => {
  const nameless = await page.evaluate(
    `[...document.querySelectorAll('button, select, input, canvas:not([aria-hidden]), dialog')]
      .filter((control) => !control.hidden)
      .filter((control) => !control.getAttribute('aria-label') && !control.getAttribute('aria-labelledby') && !control.textContent.trim())
      .map((control) => control.outerHTML)`,
  )
  expect(nameless).toEqual([])
  await page.setViewportSize({ width: 360, height: 740 })
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
})

test('all of this raised no error in the page', () => {
  expect(troubles).toEqual([])
})
