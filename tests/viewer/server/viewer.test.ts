import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { protocolVersion } from '../../../viewer/protocol/version.ts'
import { startViewer, type Viewer } from '../../../viewer/server/viewer.ts'
import { movingRecording } from '../../support/moving-recording.ts'
import { openPage, type ViewerPage } from '../../support/viewer-page.ts'

/** For what takes an instant, on a machine of any speed. */
const patience = { timeout: 60_000 }

let folder: string
let viewer: Viewer
let lines: string[]
const pages: ViewerPage[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapref-page-'))
  await writeFile(join(folder, 'index.html'), 'the page')
  lines = []
  viewer = await startViewer({ port: 0, pageFolder: folder, log: (line) => lines.push(line), beatSeconds: 0.2 })
})

afterEach(async () => {
  for (const page of pages.splice(0)) await page.close()
  await viewer.close()
  await rm(folder, { recursive: true })
})

async function visit(headers?: Record<string, string>): Promise<ViewerPage> {
  const page = await openPage(headers ? { port: viewer.port, headers } : { port: viewer.port })
  pages.push(page)
  return page
}

function begin(run = 'a'): void {
  viewer.publish(run, { kind: 'begin', task: 'reach', method: 'pebble', seed: 1 })
}

function addClip(run: string, id: string, steps = 0): void {
  const recording = movingRecording({ solvedAt: 40 })
  viewer.publish(run, { kind: 'clip', id, checkpoint: `${steps} steps`, steps, seed: 1, success: true, recording })
}

const progress = (steps: number) =>
  ({
    kind: 'progress',
    phase: 'gathering',
    steps,
    stepBudget: null,
    stepsPerSecond: 1,
    labels: 0,
    labelBudget: 0,
    rewardAccuracy: Number.NaN,
    success: null,
    secondsLeft: null,
  }) as const

test('the page is served at the address', async () => {
  expect(viewer.address).toBe(`http://127.0.0.1:${viewer.port}/`)
  const answer = await fetch(viewer.address)
  expect(await answer.text()).toBe('the page')
})

test('a page that joins late gets the last state of everything', async () => {
  begin()
  addClip('a', 'c1')
  viewer.publish('a', { kind: 'point', curve: 'success', steps: 0, value: 0.5 })
  for (let steps = 0; steps < 50; steps++) viewer.publish('a', progress(steps))
  const page = await visit()
  expect(await page.hear('hello')).toMatchObject({ protocol: protocolVersion })
  expect(await page.hear('runs')).toMatchObject({ runs: [{ id: 'a', state: 'running' }] })
  page.say({ type: 'watch', runs: ['a'] })
  expect(await page.hear('status')).toMatchObject({ status: { progress: { steps: 49, rewardAccuracy: null } } })
  expect(await page.hear('curves')).toMatchObject({ curves: [{ name: 'success', points: [[0, 0.5]] }] })
  expect(await page.hear('clips')).toMatchObject({ clips: [{ id: 'c1', success: true }] })
})

test('a page hears of the run that it watches and of no other', async () => {
  begin('a')
  begin('b')
  const page = await visit()
  page.say({ type: 'watch', runs: ['a'] })
  await page.hear('status')
  viewer.publish('b', progress(7))
  viewer.publish('a', progress(8))
  expect(await page.hear('status', ({ status }) => status.progress !== null)).toMatchObject({ run: 'a' })
  expect(page.heard.filter((message) => message.type === 'status' && message.run === 'b')).toEqual([])
})

test('a clip is sent as a frame with the poses of the recording', async () => {
  begin()
  addClip('a', 'c1')
  const page = await visit()
  page.say({ type: 'clip', run: 'a', clip: 'c1' })
  const clip = await page.hearClip()
  expect(clip).toMatchObject({ run: 'a', clip: { id: 'c1' }, frames: 27 })
  const recorded = movingRecording().poses.values
  for (let i = 0; i < 27; i++)
    expect(clip.poses.slice(i * 14, i * 14 + 14)).toEqual(recorded.slice(i * 42, i * 42 + 14))
})

test('a clip that is not there is said to be not there', async () => {
  const page = await visit()
  page.say({ type: 'clip', run: 'a', clip: 'x' })
  expect(await page.hear('no-clip')).toMatchObject({ message: 'there is no clip "x" in run "a"' })
})

test('an end is told to everyone', async () => {
  begin()
  const page = await visit()
  page.say({ type: 'watch', runs: ['a'] })
  viewer.publish('a', { kind: 'end', outcome: 'failed', note: 'the disk is full' })
  expect(await page.hear('runs', ({ runs }) => runs[0]?.state === 'failed')).toBeDefined()
  expect(await page.hear('status', ({ status }) => status.state === 'failed')).toMatchObject({
    status: { note: 'the disk is full' },
  })
})

test('a message of the wrong shape is refused, the connection stays, and it is logged once', async () => {
  begin()
  const page = await visit()
  for (const wrong of ['{', '{"type":"watch"}', '[]', 'x'.repeat(60_000)]) page.socket.send(wrong)
  page.socket.send(Buffer.from([1, 2, 3]))
  expect((await page.hear('refused')).code).toBe('shape')
  page.say({ type: 'watch', runs: ['a'] })
  expect(await page.hear('status')).toMatchObject({ run: 'a' })
  expect(lines).toEqual(['page 1: refused a message: found "{", expected a message in JSON'])
})

test('a message above 64 kB ends that connection, is logged once, and disturbs nobody', async () => {
  begin()
  const [loud, quiet] = [await visit(), await visit()]
  const closed = new Promise((resolve) => loud.socket.once('close', resolve))
  loud.socket.send('x'.repeat(64 * 1024 + 1))
  expect(await closed).toBe(1009)
  quiet.say({ type: 'watch', runs: ['a'] })
  expect(await quiet.hear('status')).toMatchObject({ run: 'a' })
  expect(lines).toEqual(['page 1: Max payload size exceeded'])
})

test('random messages stop nothing', async () => {
  begin()
  addClip('a', 'c1')
  const page = await visit()
  const message = fc.oneof(
    fc.string({ maxLength: 200 }),
    fc.json(),
    fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
    fc
      .record({ type: fc.constantFrom('hello', 'watch', 'clip', 'x'), run: fc.string(), clip: fc.anything() })
      .map((value) => JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? 0 : part))),
  )
  for (const each of fc.sample(message, 2000)) page.socket.send(each)
  page.say({ type: 'watch', runs: ['a'] })
  expect(await page.hear('status', ({ run }) => run === 'a')).toBeDefined()
  expect(viewer.load().waiting).toBeLessThan(40)
  expect(lines).toHaveLength(1)
})

test('a page of another origin, or by another name, is not let in', async () => {
  const refused = 'Unexpected server response: 403'
  await expect(visit({ Origin: 'http://evil.example' })).rejects.toThrow(refused)
  await expect(visit({ Host: 'evil.example', Origin: 'http://evil.example' })).rejects.toThrow(refused)
  await expect(visit({ Origin: `http://127.0.0.1:${viewer.port}` })).resolves.toBeDefined()
})

test('an old page is told so and let go', async () => {
  const page = await visit()
  const closed = new Promise((resolve) => page.socket.once('close', resolve))
  page.say({ type: 'hello', protocol: 0 })
  expect(await page.hear('refused')).toMatchObject({
    code: 'version',
    message: `this page speaks version 0 of the protocol and the server speaks version ${protocolVersion}: reload the page`,
  })
  expect(await closed).toBe(4002)
})

test('every page gives and gets signs of life', async () => {
  const page = await visit()
  expect(await page.hear('beat')).toEqual({ type: 'beat' })
})

test('a page that gives no sign of life is dropped', async () => {
  const page = await visit()
  page.socket.pause()
  await expect.poll(() => viewer.load().pages, patience).toBe(0)
  page.socket.resume()
})

test('a page that reads slowly costs the server little, and delays nobody', async () => {
  await viewer.close()
  viewer = await startViewer({ port: 0, pageFolder: folder, log: (line) => lines.push(line) })
  begin()
  const [slow, quick] = [await visit(), await visit()]
  for (const page of [slow, quick]) page.say({ type: 'watch', runs: ['a'] })
  await slow.hear('status')
  slow.socket.pause()
  let most = { waiting: 0, bufferedBytes: 0 }
  for (let i = 0; i < 3000; i++) {
    viewer.publish('a', progress(i))
    viewer.publish('a', { kind: 'point', curve: `curve ${i % 400}`, steps: i, value: i })
    if (i % 100 === 0) await new Promise((resolve) => setImmediate(resolve))
    const { waiting, bufferedBytes } = viewer.load()
    most = { waiting: Math.max(most.waiting, waiting), bufferedBytes: Math.max(most.bufferedBytes, bufferedBytes) }
  }
  expect(await quick.hear('status', ({ status }) => status.progress?.steps === 2999)).toBeDefined()
  expect(most.waiting).toBeLessThan(20)
  expect(most.bufferedBytes).toBeLessThan(1_000_000)
  slow.socket.resume()
  expect(await slow.hear('status', ({ status }) => status.progress?.steps === 2999)).toBeDefined()
  expect(slow.heard.filter((message) => message.type === 'status').length).toBeLessThan(3000)
})

test('a closed viewer leaves its port and nothing else behind', async () => {
  begin()
  await visit()
  await visit()
  await viewer.close()
  await expect(fetch(viewer.address)).rejects.toThrow()
  for (const page of pages.splice(0)) await page.close()
  const before = process.getActiveResourcesInfo().filter((kind) => /TCP|Timeout/.test(kind)).length
  const other = await startViewer({ port: viewer.port, pageFolder: folder, log: () => {} })
  const page = await openPage({ port: other.port })
  await page.hear('runs')
  await other.close()
  await page.close()
  await expect
    .poll(() => process.getActiveResourcesInfo().filter((kind) => /TCP|Timeout/.test(kind)).length, patience)
    .toBeLessThanOrEqual(before)
})
