// The replay page in a real Chromium: recordings opened, simulated again there, and exported; what leaves is read back.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ALL_FORMATS, BufferSource, EncodedPacketSink, Input } from 'mediabunny'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordEpisode } from '../../envs/record.ts'
import { makeEnv } from '../../envs/registry.ts'
import type { Recording } from '../../sim/recording.ts'
import { encodeRecording } from '../../sim/recording-codec.ts'
import type { ReplayHook } from '../../viewer/client/replay/hook-contract.ts'
import { folderRuns } from '../../viewer/server/folder-runs.ts'
import { ensurePage } from '../../viewer/server/page.ts'
import { startViewer, type Viewer } from '../../viewer/server/viewer.ts'
import { openBrowser } from '../support/browser.ts'
import { readGif } from '../support/read-gif.ts'

const patience = { timeout: 120_000 }
const log = () => {}
const troubles: string[] = []
/** Half a second: 16 frames of a video, 11 of a GIF. */
const steps = 40
let folder: string
let recording: Recording
let good: Buffer
let viewer: Viewer
let browser: Browser
let page: Page

beforeAll(async () => {
  const env = await makeEnv('drawer-open', { horizon: steps })
  recording = await recordEpisode(env, () => env.expert(), { seed: 7, policy: 'expert' })
  env.dispose()
  good = Buffer.from(encodeRecording(recording))
  folder = mkdtempSync(join(tmpdir(), 'replay-'))
  mkdirSync(join(folder, 'first', 'recordings'), { recursive: true })
  writeFileSync(join(folder, 'first', 'meta.json'), '{}')
  writeFileSync(join(folder, 'first', 'recordings', '9-7.rec'), good)
  const source = folderRuns({ folder, log })
  viewer = await startViewer({ port: 0, pageFolder: await ensurePage({ log }), source, log })
  browser = await openBrowser()
  page = await visit('replay?quality=coarse')
})

afterAll(async () => {
  await browser?.close()
  await viewer?.close()
  rmSync(folder, { recursive: true, force: true })
})

async function visit(path: string): Promise<Page> {
  const visited = await browser.newPage({ viewport: { width: 480, height: 360 }, reducedMotion: 'reduce' })
  visited.setDefaultTimeout(patience.timeout)
  visited.on('pageerror', (error) => troubles.push(error.message))
  visited.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text())
  })
  await visited.goto(viewer.address + path)
  return visited
}

function ask<Name extends keyof ReplayHook>(name: Name, ...given: Parameters<ReplayHook[Name]>) {
  return page.evaluate(`window.raprefReplay.${name}(...${JSON.stringify(given)})`) as Promise<
    Awaited<ReturnType<ReplayHook[Name]>>
  >
}

/** Lets go of a file over the page, as a person would. */
async function drop(name: string, bytes: Uint8Array): Promise<void> {
  const data = await page.evaluateHandle(
    `(() => {
      const bytes = Uint8Array.from(atob(${JSON.stringify(Buffer.from(bytes).toString('base64'))}), (c) => c.charCodeAt(0))
      const data = new DataTransfer()
      data.items.add(new File([bytes], ${JSON.stringify(name)}))
      return data
    })()`,
  )
  await page.dispatchEvent('body', 'drop', { dataTransfer: data })
}

async function verdict(title: string): Promise<string> {
  await page.keyboard.press('v')
  await page.locator('.verdict-title', { hasText: title }).waitFor(patience)
  return page.locator('.verdict').innerText()
}

async function exported(kind: string): Promise<Buffer> {
  await page.getByLabel('Kind of file').selectOption(kind)
  if (kind !== 'html') await page.getByLabel('Pixels').selectOption('320x240')
  const [download] = await Promise.all([page.waitForEvent('download', patience), page.keyboard.press('e')])
  expect(download.suggestedFilename()).toBe(`drawer-open-expert-7.${kind}`)
  const bytes = readFileSync(await download.path())
  expect(await page.locator('.export-said').innerText()).toContain(`${Math.ceil(bytes.length / 1000)} kB`)
  return bytes
}

test('what is no recording, or a damaged one, is refused by name', async () => {
  await drop('picture.gif', Buffer.from('GIF89a'))
  expect(await page.locator('.problem').innerText()).toBe(
    'picture.gif: the recording is no recording: byte 0 should begin with RAPREFRC',
  )
  const damaged = Buffer.from(good)
  damaged[good.length - 100]! ^= 1
  await drop('damaged.rec', damaged)
  expect(await page.locator('.problem').innerText()).toMatch(/^damaged\.rec: the recording is corrupted: bytes \d+ to/)
  expect(await ask('duration')).toBe(0)
})

test('a dropped recording is drawn as it was recorded, to 1e-6, with its terms beside it', async () => {
  await drop('good.rec', good)
  expect(await page.locator('.problem').isVisible()).toBe(false)
  expect(await ask('duration')).toBeCloseTo(0.5, 9)
  const size = 7 * recording.scene.bodies.length
  for (const frame of [0, 9, 20]) {
    await ask('seek', frame * recording.poses.interval)
    const drawn = (await ask('poses')).flat()
    const expected = [...recording.poses.values.slice(frame * size, (frame + 1) * size)]
    expect(drawn).toHaveLength(size)
    expect(Math.max(...drawn.map((value, at) => Math.abs(value - expected[at]!)))).toBeLessThan(1e-6)
  }
  expect(await page.locator('.terms figcaption span').allInnerTexts()).toEqual(['reward', ...recording.terms.names])
  const last = recording.rewards.at(-1)!
  expect(Number(await page.locator('.terms figcaption b').first().innerText())).toBeCloseTo(last, 1)
})

test('simulated again in the page, it happens again', async () => {
  expect(await verdict('Happens again')).toContain(`All ${steps} steps came out bit for bit the same`)
  expect(await ask('ghost')).toBe(false)
})

test('an action that was changed is found at its step, and both ways are shown', async () => {
  const actions = recording.actions.slice()
  actions[4 * 12] = -actions[4 * 12]!
  await drop('tampered.rec', encodeRecording({ ...recording, actions }))
  expect(await verdict('Differs')).toContain(`Differs from step 13 of ${steps}`)
  expect(await ask('ghost')).toBe(true)
  expect(await ask('time')).toBeCloseTo(13 / 80, 6)
})

test('a video leaves as MP4 and as WebM, with every frame at its time', async () => {
  await drop('good.rec', good)
  for (const [kind, type] of [
    ['mp4', /^video\/mp4; codecs="avc1/],
    ['webm', /^video\/webm; codecs="vp0?9|vp8/],
  ] as const) {
    const input = new Input({ source: new BufferSource(await exported(kind)), formats: ALL_FORMATS })
    expect(await input.getMimeType()).toMatch(type)
    const track = (await input.getPrimaryVideoTrack())!
    expect([track.codedWidth, track.codedHeight]).toEqual([320, 240])
    const stamps: number[] = []
    for await (const packet of new EncodedPacketSink(track).packets()) stamps.push(packet.timestamp)
    stamps.sort((a, b) => a - b)
    expect(stamps).toHaveLength(16)
    for (const [frame, stamp] of stamps.entries()) expect(stamp).toBeCloseTo(frame / 30, 2)
  }
})

test('a GIF leaves with a frame for every twentieth of a second', async () => {
  const gif = readGif(await exported('gif'))
  expect(gif).toMatchObject({ version: 'GIF89a', width: 320, height: 240, loops: true })
  expect(gif.delays).toEqual(Array(11).fill(5))
})

test('where an encoder is missing the page says which, and offers what works', async () => {
  await page.evaluate('(window.realEncoder = window.VideoEncoder, delete window.VideoEncoder)')
  await page.getByLabel('Kind of file').selectOption('mp4')
  await page.keyboard.press('e')
  const said = page.locator('.export-said[data-tone="trouble"]')
  await said.waitFor(patience)
  expect(await said.innerText()).toBe('this browser has no encoder for H.264, which MP4 needs; GIF works here')
  expect(await page.getByRole('button', { name: 'Export GIF' }).isVisible()).toBe(true)
  await page.evaluate('window.VideoEncoder = window.realEncoder')
})

test('a document leaves that opens from disk without a network, and draws', async () => {
  const file = join(folder, 'clip.html')
  writeFileSync(file, await exported('html'))
  const context = await browser.newContext({
    offline: true,
    viewport: { width: 480, height: 360 },
    reducedMotion: 'reduce',
  })
  const opened = await context.newPage()
  const asked: string[] = []
  opened.on('request', (request) => asked.push(request.url()))
  opened.on('pageerror', (error) => troubles.push(error.message))
  await opened.goto(`file://${file}?quality=coarse`)
  await expect.poll(() => opened.locator('.connection').innerText(), patience).toBe('Ready')
  expect(asked.filter((address) => !address.startsWith('file://') && !address.startsWith('data:'))).toEqual([])
  expect(asked).toHaveLength(1)
  const before = await opened.locator('.surface').screenshot()
  await opened.keyboard.press('End')
  await expect.poll(async () => before.equals(await opened.locator('.surface').screenshot()), patience).toBe(false)
  expect(await colours(opened, before)).toBeGreaterThan(100)
  expect(await opened.locator('.time').innerText()).toBe('0.50 / 0.50 s')
  await context.close()
})

/** Different colours in a picture: an empty stage has the few of its background. */
function colours(of: Page, picture: Buffer): Promise<number> {
  return of.evaluate(`(async () => {
    const image = await createImageBitmap(new Blob([Uint8Array.from(atob('${picture.toString('base64')}'), (c) => c.charCodeAt(0))]))
    const canvas = new OffscreenCanvas(image.width, image.height)
    const context = canvas.getContext('2d')
    context.drawImage(image, 0, 0)
    const { data } = context.getImageData(0, 0, image.width, image.height)
    const found = new Set()
    for (let at = 0; at < data.length; at += 4) found.add((data[at] << 16) | (data[at + 1] << 8) | data[at + 2])
    return found.size
  })()`)
}

test('clips follow one another without leaving anything in the graphics memory', async () => {
  const change = async (times: number) => {
    for (let time = 0; time < times; time++) {
      await drop('good.rec', good)
      await ask('seek', 0.1)
    }
  }
  await change(2)
  const before = await ask('counts')
  expect(before.geometries).toBeGreaterThan(10)
  await change(10)
  expect(await ask('counts')).toEqual(before)
})

test('the address of a clip opens it', async () => {
  await page.close()
  page = await visit('replay?quality=coarse&run=first&clip=9-7')
  await expect.poll(() => page.locator('.connection').innerText(), patience).toBe('Ready')
  expect(await page.locator('.about').innerText()).toBe('first 9-7')
  expect(troubles).toEqual([])
  const missing = await visit('replay?run=first&clip=none')
  await expect
    .poll(() => missing.locator('.problem').innerText(), patience)
    .toBe('there is no recording "none" in run "first"')
  expect(troubles.splice(0)).toEqual([expect.stringContaining('404')])
})

test('every control has a name, and nothing sticks out at 360 pixels', async () => {
  const nameless = await page.evaluate(
    `[...document.querySelectorAll('button, select, input, canvas:not([aria-hidden]), dialog')].filter((control) => !control.hidden)
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
