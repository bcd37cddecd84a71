// A real run, as a user starts it, watched in a real Chromium: what the page draws is what the run recorded.

import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { decodeRecording } from '../../sim/recording-codec.ts'
import { strideOf } from '../../viewer/server/clip-frame.ts'
import { openBrowser } from '../support/browser.ts'
import { ask } from '../support/page-hook.ts'

const patience = { timeout: 240_000, interval: 100 }

/** Small networks and short episodes, so that a new clip comes every few seconds; the test ends the run. */
const settings = [
  'horizon=80 actionRepeat=2 worlds=4 workers=0 labels=8 steps=100000000 exploration.steps=640',
  'session.labels=4 session.first=4 session.every=640 session.segment=8 reward.width=16 reward.steps=5 reward.batch=4',
  'sac.width=16 sac.depth=1 sac.batch=16 replay.updatesPerStep=1 replay.capacity=2000',
  'evaluation.episodes=4 evaluation.during=2 evaluation.every=12800 evaluation.enough=1 evaluation.confirm=1000',
].join(' ')

const launcher = fileURLToPath(new URL('../../bin/rapref', import.meta.url))

let folder: string
let browser: Browser
let page: Page
let run: ChildProcess

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'watched-'))
  const words = [launcher, 'start', ...settings.split(' '), '--port', '0', '--runs', folder]
  run = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'ignore'] })
  const address = await new Promise<string>((resolve, reject) => {
    run.stdout!.on('data', (text) => {
      const found = /page (http:\S+)/.exec(String(text))?.[1]
      if (found !== undefined) resolve(found)
    })
    run.once('exit', (code) => reject(new Error(`the run ended with exit code ${code} before it served a page`)))
  })
  browser = await openBrowser()
  page = await browser.newPage({ viewport: { width: 640, height: 480 }, reducedMotion: 'reduce' })
  await page.goto(`${address}?quality=coarse`, { timeout: patience.timeout })
})

afterAll(async () => {
  await browser?.close()
  const gone = new Promise((resolve) => run.once('exit', resolve))
  run.kill('SIGKILL')
  await gone
  rmSync(folder, { recursive: true, force: true })
})

/** The recording behind what a side shows, from the run's folder. */
function recorded(id: string) {
  const [name] = readdirSync(folder)
  return decodeRecording(readFileSync(join(folder, name!, 'recordings', `${id}.rec`)))
}

test('while a run learns, the page shows its newest rollout beside an earlier one, on one clock', async () => {
  await vi.waitFor(async () => {
    const [left, right] = [await ask(page, 'clip', 'left'), await ask(page, 'clip', 'right')]
    expect(left).toBeDefined()
    expect(right?.id).not.toBe(left?.id)
  }, patience)
  expect(await page.locator('.connection').innerText()).toBe('Live')
})

test('both robots move, and stand where the run recorded them to 1e-6', async () => {
  for (const side of ['left', 'right'] as const) {
    const clip = (await ask(page, 'clip', side))!
    const { poses, scene } = recorded(clip.id)
    const size = scene.bodies.length * 7
    const [start, end] = [0, clip.frames - 1]
    const drawn = async (frame: number) => {
      await ask(page, 'seek', frame * clip.interval)
      return (await ask(page, 'poses', side)).flat()
    }
    for (const frame of [start, end]) {
      const expected = poses.values.slice(frame * strideOf(poses.interval) * size).slice(0, size)
      const found = await drawn(frame)
      const worst = Math.max(...found.map((value, i) => Math.abs(value - expected[i]!)))
      expect(worst).toBeLessThan(1e-6)
    }
    const [first, last] = [await drawn(start), await drawn(end)]
    expect(Math.max(...first.map((value, i) => Math.abs(value - last[i]!)))).toBeGreaterThan(0.001)
  }
})

test('newer rollouts arrive by themselves, each at the end of a round of the clock', async () => {
  // What is paused stays as it is.
  await page.keyboard.press('Space')
  expect(await ask(page, 'playing')).toBe(true)
  const before = (await ask(page, 'clip', 'right'))!.id
  await vi.waitFor(async () => expect((await ask(page, 'clip', 'right'))!.id).not.toBe(before), patience)
})
