// The page in a real Chromium, fed by a real server with recordings of a real task.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { recordEpisode } from '../../envs/record.ts'
import { makeEnv } from '../../envs/registry.ts'
import type { Recording } from '../../sim/recording.ts'
import type { Side } from '../../viewer/client/compare/choice.ts'
import { strideOf } from '../../viewer/server/clip-frame.ts'
import { ensurePage } from '../../viewer/server/page.ts'
import { startViewer, type Viewer } from '../../viewer/server/viewer.ts'
import { openBrowser } from '../support/browser.ts'
import { ask } from '../support/page-hook.ts'

/** For what takes an instant, on a machine of any speed. */
const patience = { timeout: 120_000, interval: 50 }

const recordings = new Map<string, Recording>()
const troubles: string[] = []
const lines: string[] = []
let pageFolder: string
let browser: Browser
let viewer: Viewer
let page: Page

beforeAll(async () => {
  recordings.set('start', await drawerEpisode('start', 0))
  recordings.set('trained', await drawerEpisode('trained', 1))
  pageFolder = await ensurePage({ log: () => {} })
  viewer = await serve(0)
  publishRun(viewer, 'first')
  browser = await openBrowser()
  page = await visit()
})

afterAll(async () => {
  await browser?.close()
  await viewer?.close()
})

/** The expert's actions, made smaller: at 0 the hand stays where it is. */
async function drawerEpisode(policy: string, share: number): Promise<Recording> {
  const env = await makeEnv('drawer-open', { horizon: 60 })
  const recording = await recordEpisode(env, () => env.expert().map((value) => value * share), { seed: 7, policy })
  env.dispose()
  return recording
}

function serve(port: number): Promise<Viewer> {
  return startViewer({ port, pageFolder, log: (line) => lines.push(line) })
}

function publishRun(to: Viewer, run: string): void {
  to.publish(run, { kind: 'begin', task: 'drawer-open', method: 'pebble', seed: 1 })
  for (const [i, [id, recording]] of [...recordings].entries()) {
    const success = recording.success.includes(1)
    to.publish(run, { kind: 'clip', id, checkpoint: id, steps: i * 1000, seed: recording.seed, success, recording })
  }
}

const desk = { width: 760, height: 600 }

async function visit(viewport = desk, reducedMotion: 'reduce' | 'no-preference' = 'reduce'): Promise<Page> {
  const visited = await browser.newPage({ viewport, reducedMotion })
  visited.setDefaultTimeout(patience.timeout)
  visited.on('pageerror', (error) => troubles.push(error.message))
  visited.on('console', (message) => {
    // The browser itself reports the connections that this test breaks.
    if (message.type() === 'error' && !message.text().includes('WebSocket')) troubles.push(message.text())
  })
  await visited.goto(`${viewer.address}?quality=coarse`)
  await vi.waitFor(async () => expect(await shownIds(visited)).toEqual(['start', 'trained']), patience)
  return visited
}

async function shownIds(of: Page): Promise<(string | undefined)[]> {
  return [(await ask(of, 'clip', 'left'))?.id, (await ask(of, 'clip', 'right'))?.id]
}

function recordedPoses(id: string, frame: number): number[][] {
  const { poses, scene } = recordings.get(id)!
  const size = scene.bodies.length * 7
  const values = [...poses.values.slice(frame * strideOf(poses.interval) * size).slice(0, size)]
  return scene.bodies.map((_, body) => values.slice(body * 7, body * 7 + 7))
}

function largestDifference(one: readonly number[][], other: readonly number[][]): number {
  expect(one.length).toBe(other.length)
  const differences = one.flatMap((pose, i) => pose.map((value, j) => Math.abs(value - other[i]![j]!)))
  return Math.max(...differences)
}

/** What a side shows once it rests: the screen may show a drawing a little later than the page made it. */
async function picture(side: Side): Promise<Buffer> {
  const surface = page.locator(`.pane.${side} .surface`)
  let last = await surface.screenshot()
  for (;;) {
    const next = await surface.screenshot()
    if (next.equals(last)) return next
    last = next
  }
}

test('the page opens and shows an earlier and the newest policy, side by side and live', async () => {
  // This visitor asked for little motion.
  expect(await ask(page, 'playing')).toBe(false)
  expect(await ask(page, 'words')).toBe('Live')
  expect(await page.locator('.connection').innerText()).toBe('Live')
  expect(await page.locator('.pane.right .clip-title').innerText()).toContain('trained')
  expect((await ask(page, 'clip', 'left'))?.bodies).toEqual(
    recordings.get('start')!.scene.bodies.map((body) => body.name),
  )
})

test('the robots that the page draws stand where the server said, to 1e-6', async () => {
  const clip = await ask(page, 'clip', 'right')
  for (const frame of [0, 7, 19, clip!.frames - 1]) {
    await ask(page, 'seek', frame * clip!.interval)
    expect(largestDifference(await ask(page, 'poses', 'left'), recordedPoses('start', frame))).toBeLessThan(1e-6)
    expect(largestDifference(await ask(page, 'poses', 'right'), recordedPoses('trained', frame))).toBeLessThan(1e-6)
  }
})

test('both sides are drawn, and they change while playing and rest while not', async () => {
  await ask(page, 'seek', 0)
  const [left, right] = [await picture('left'), await picture('right')]
  expect(left.equals(right)).toBe(false)
  await ask(page, 'seek', 0.3)
  expect(right.equals(await picture('right'))).toBe(false)
  await ask(page, 'seek', 0)
  expect(right.equals(await picture('right'))).toBe(true)
  await page.keyboard.press('Space')
  const before = await ask(page, 'time')
  await expect.poll(() => ask(page, 'time'), patience).not.toBe(before)
  await page.keyboard.press('Space')
  expect(await ask(page, 'playing')).toBe(false)
})

test('scrubbing moves the one clock and both robots', async () => {
  await ask(page, 'seek', 0)
  const before = await ask(page, 'poses', 'right')
  await page.locator('.scrub input').click()
  const { frames, interval } = (await ask(page, 'clip', 'right'))!
  const half = ((frames - 1) * interval) / 2
  expect(await ask(page, 'time')).toBeCloseTo(half, 1)
  await ask(page, 'seek', await ask(page, 'time'))
  expect(largestDifference(await ask(page, 'poses', 'right'), before)).toBeGreaterThan(0.01)
  expect(await page.locator('.time').innerText()).toBe('0.38 / 0.75 s')
})

test('arrow keys step by one frame, also with the focus on the scrubber', async () => {
  const { interval } = (await ask(page, 'clip', 'right'))!
  await ask(page, 'seek', 2 * interval)
  await page.keyboard.press('ArrowRight')
  expect(await ask(page, 'time')).toBeCloseTo(3 * interval, 6)
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  expect(await ask(page, 'time')).toBeCloseTo(interval, 6)
})

test('cameras are linked until they are freed', async () => {
  await ask(page, 'seek', 0.2)
  await page.keyboard.press('3')
  expect(await page.getByRole('button', { name: 'Top' }).getAttribute('aria-pressed')).toBe('true')
  const top = await picture('right')
  await drag('left')
  expect(await page.getByRole('button', { name: 'Top' }).getAttribute('aria-pressed')).toBe('false')
  const turned = await picture('right')
  expect(top.equals(turned)).toBe(false)
  await page.keyboard.press('l')
  await drag('left')
  expect(turned.equals(await picture('right'))).toBe(true)
  await page.keyboard.press('l')
  await page.keyboard.press('1')
})

async function drag(side: Side): Promise<void> {
  const place = (await page.locator(`.pane.${side} .surface`).boundingBox())!
  const [x, y] = [place.x + place.width / 2, place.y + place.height * 0.7]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 40, y + 15, { steps: 3 })
  await page.mouse.up()
}

test('the legend opens by its key and names every key', async () => {
  await page.keyboard.press('?')
  const legend = page.getByRole('dialog')
  expect(await legend.isVisible()).toBe(true)
  expect(await legend.locator('kbd').count()).toBe(17)
  await page.keyboard.press('Escape')
  expect(await legend.isVisible()).toBe(false)
})

test('the theme follows the system until it is changed by hand', async () => {
  const ground = () => page.evaluate('getComputedStyle(document.documentElement).backgroundColor')
  await page.emulateMedia({ colorScheme: 'light' })
  const light = await ground()
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await ground()
  expect(dark).not.toBe(light)
  await page.keyboard.press('t')
  expect(await ground()).toBe(light)
})

test('every control has a name', async () => {
  const nameless = await page.evaluate(
    `[...document.querySelectorAll('button, select, input, canvas:not([aria-hidden]), dialog')]
      .filter((control) => !control.getAttribute('aria-label') && !control.getAttribute('aria-labelledby') && !control.textContent.trim())
      .map((control) => control.outerHTML)`,
  )
  expect(nameless).toEqual([])
})

test('two hundred changes of clip leave nothing behind in the graphics memory', async () => {
  const change = async (times: number) => {
    for (let i = 0; i < times; i++)
      await ask(page, 'pick', i % 2 === 0 ? 'left' : 'right', i % 4 < 2 ? 'trained' : 'start')
  }
  await page.setViewportSize({ width: 320, height: 320 })
  await change(4)
  const before = await ask(page, 'counts')
  expect(before.geometries).toBeGreaterThan(20)
  await change(200)
  expect(await ask(page, 'counts')).toEqual(before)
  await page.setViewportSize(desk)
})

test('wrong messages from a page are refused and its connection is kept', async () => {
  const code = await page.evaluate(`new Promise((resolve) => {
    const socket = new WebSocket(new URL('socket', location.href.split('?')[0].replace('http', 'ws')))
    const heard = []
    socket.onopen = () => {
      for (const wrong of ['{', '{"type":"nonsense"}', new Uint8Array(10), 'x'.repeat(1000)]) socket.send(wrong)
      socket.send('{"type":"clip","run":"first","clip":"no such"}')
    }
    socket.onmessage = ({ data }) => {
      const type = JSON.parse(data).type
      heard.push(type)
      if (type !== 'no-clip') return
      resolve([heard.includes('refused'), socket.readyState === WebSocket.OPEN])
      socket.close()
    }
  })`)
  expect(code).toEqual([true, true])
  expect(lines).toHaveLength(1)
  expect(await ask(page, 'connection')).toBe('open')
})

test('a page of another origin gets no connection', async () => {
  const stranger = await browser.newPage()
  const opened = await stranger.evaluate(`new Promise((resolve) => {
    const socket = new WebSocket('ws://127.0.0.1:${viewer.port}/socket')
    socket.onopen = () => resolve(true)
    socket.onerror = () => resolve(false)
  })`)
  expect(opened).toBe(false)
  await stranger.close()
})

test('after the server went away and came back the page goes on with what is new', async () => {
  const { port } = viewer
  await viewer.close()
  await expect.poll(() => ask(page, 'words'), patience).toBe('Disconnected, retrying')
  expect(await shownIds(page)).not.toContain(undefined)
  viewer = await serve(port)
  publishRun(viewer, 'second')
  await expect.poll(async () => (await ask(page, 'clip', 'right'))?.run, patience).toBe('second')
  expect(await ask(page, 'words')).toBe('Live')
  expect(await shownIds(page)).toEqual(['start', 'trained'])
})

test('the page says that a run is over', async () => {
  viewer.publish('second', { kind: 'end', outcome: 'finished' })
  await expect.poll(() => ask(page, 'words'), patience).toBe('Finished')
  await expect.poll(() => page.locator('.phase').innerText(), patience).toBe('Finished')
})

test('on a narrow screen nothing sticks out, and clips play by themselves', async () => {
  const narrow = await visit({ width: 360, height: 740 }, 'no-preference')
  expect(await ask(narrow, 'playing')).toBe(true)
  await ask(narrow, 'seek', 0)
  expect(await narrow.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
  const transport = await narrow.locator('.transport').boundingBox()
  const panes = await narrow.locator('.stage').boundingBox()
  expect(transport!.y).toBeGreaterThanOrEqual(panes!.y + panes!.height)
  await narrow.close()
})

test('all of this raised no error in the page', () => {
  expect(troubles).toEqual([])
})
