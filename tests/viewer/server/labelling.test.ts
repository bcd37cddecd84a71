import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { memoryLogFile } from '../../../rewards/preference/memory-log-file.ts'
import type { LabelQuestion } from '../../../viewer/protocol/label.ts'
import type { Labelling } from '../../../viewer/server/labelling.ts'
import { startViewer, type Viewer } from '../../../viewer/server/viewer.ts'
import { type SomeLabelling, someLabelling } from '../../support/some-labelling.ts'
import { openPage, type ViewerPage } from '../../support/viewer-page.ts'

let folder: string
let viewer: Viewer
let lines: string[]
const pages: ViewerPage[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapref-desk-'))
  lines = []
  viewer = await startViewer({ port: 0, pageFolder: folder, log: (line) => lines.push(line), beatSeconds: 0.2 })
})

afterEach(async () => {
  for (const page of pages.splice(0)) await page.close()
  await viewer.close()
  await rm(folder, { recursive: true })
})

async function visit(): Promise<ViewerPage> {
  const page = await openPage({ port: viewer.port })
  pages.push(page)
  return page
}

function sit(page: ViewerPage, seat = 's', more: { annotator?: string; holding?: string[] } = {}): void {
  page.say({ type: 'label-sit', seat, holding: [], ...more })
}

async function openDesk(options: Parameters<typeof someLabelling>[0] = {}): Promise<SomeLabelling> {
  const labelling = await someLabelling(options)
  viewer.openDesk(labelling)
  return labelling
}

function answer(page: ViewerPage, { id, clips }: LabelQuestion, given = `a-${id}`): void {
  const shown = clips.map(({ member }) => member)
  page.say({ type: 'label-answer', id: given, question: id, answer: 'first', shown, milliseconds: 5 })
}

async function offer(page: ViewerPage): Promise<LabelQuestion[]> {
  return (await page.hear('label-offer')).questions
}

describe('a page that sits down', () => {
  test('is told what it is about, what to answer, and how far everybody is', async () => {
    await openDesk({ wanted: 12 })
    const page = await visit()
    sit(page)
    expect(await page.hear('label-desk')).toEqual({
      ...{ type: 'label-desk', annotator: 'anna', instructions: 'Which is better?', insight: false },
    })
    const [first] = await offer(page)
    expect(first).toMatchObject({ id: 'q0', task: 'reach', fair: true })
    expect(first!.clips.map(({ member }) => member).sort()).toEqual([0, 1])
    expect(first!.clips[0]).toMatchObject({ start: 10, length: 10, seconds: 0.125 })
    expect(await page.hear('label-progress')).toMatchObject({
      ...{ answered: 0, skipped: 0, wanted: 12 },
      people: [{ name: 'anna', answered: 0, skipped: 0, here: true }],
    })
  })

  test('fetches clips that show the window alone, and nothing of who acted', async () => {
    await openDesk()
    const page = await visit()
    sit(page)
    const [{ clips }] = (await offer(page)) as [LabelQuestion]
    page.say({ type: 'clip', ...clips[0]!.address })
    const frame = await page.hearClip()
    expect(frame).toMatchObject({ run: 'label:', frames: 4, successAt: null })
    expect(frame.clip).toMatchObject({ id: clips[0]!.address.clip, checkpoint: '', steps: 0, success: false })
    // The palm moves by a centimetre a step.
    expect(frame.poses[7]).toBeCloseTo(0.1)
    page.say({ type: 'clip', run: 'label:', clip: 'q0.2' })
    expect(await page.hear('no-clip')).toMatchObject({ clip: 'q0.2' })
    page.say({ type: 'clip', run: 'label:', clip: '../../etc/passwd' })
    expect(await page.hear('no-clip')).toMatchObject({ clip: '../../etc/passwd' })
  })

  test('before there is a desk is told so, what it gives is to come again, and it is asked once one opens', async () => {
    const page = await visit()
    sit(page)
    expect((await page.hear('label-closed')).message).toContain('type: rapref label <run or recordings>')
    page.say({ type: 'label-answer', id: 'a', question: 'q0', answer: 'first', shown: [0, 1], milliseconds: 5 })
    expect(await page.hear('label-refused')).toMatchObject({ id: 'a', code: 'not-saved' })
    const close = viewer.openDesk(await someLabelling())
    expect((await offer(page)).map(({ id }) => id)).toEqual(['q0', 'q1', 'q2'])
    close()
    await page.hear('label-closed')
    await openDesk({ questions: 1 })
    expect((await offer(page)).map(({ id }) => id)).toEqual(['q0'])
  })

  test('takes the seat from an older page, which is told to find another', async () => {
    await openDesk()
    const [old, fresh] = [await visit(), await visit()]
    sit(old)
    const before = await offer(old)
    sit(fresh)
    await old.hear('label-moved')
    expect(await offer(fresh)).toEqual(before)
    sit(old, 'other')
    expect((await offer(old)).map(({ id }) => id)).toEqual(['q3', 'q4', 'q5'])
  })

  test('somewhere else leaves its questions to others at once', async () => {
    await openDesk({ questions: 3 })
    const page = await visit()
    for (const seat of ['s', 't', 'u']) {
      sit(page, seat)
      expect(await offer(page)).toHaveLength(3)
    }
  })

  test('after a lost connection gets what it had', async () => {
    await openDesk()
    const page = await visit()
    sit(page)
    const before = await offer(page)
    page.socket.terminate()
    const other = await visit()
    sit(other, 'other')
    await offer(other)
    const again = await visit()
    sit(again)
    expect(await offer(again)).toEqual(before)
  })
})

describe('an answer', () => {
  test('is acknowledged, and the next questions follow', async () => {
    const { log } = await openDesk()
    const page = await visit()
    sit(page, 's', { annotator: 'ben' })
    answer(page, (await offer(page))[0]!)
    expect(await page.hear('label-saved')).toEqual({
      ...{ type: 'label-saved', id: 'a-q0', question: 'q0', answer: 'a-q0' },
    })
    expect((await offer(page)).map(({ id }) => id)).toEqual(['q1', 'q2', 'q3'])
    expect(log.answers()).toMatchObject([{ id: 'a-q0', by: 'person:ben', question: 'q0' }])
    page.say({ type: 'label-undo', id: 'u', answer: 'a-q0' })
    expect(await page.hear('label-undone')).toMatchObject({ id: 'u', question: 'q0', answer: 'a-q0' })
    expect((await offer(page))[0]).toMatchObject({ id: 'q0' })
  })

  test('is not acknowledged while the disk has not taken it', async () => {
    let reachDisk = () => {}
    const sync = () =>
      new Promise<void>((resolve) => {
        reachDisk = resolve
      })
    await openDesk({ file: { ...memoryLogFile(), sync } })
    const page = await visit()
    sit(page)
    answer(page, (await offer(page))[0]!)
    page.say({ type: 'label-quality' })
    page.say({ type: 'clip', run: 'x', clip: 'x' })
    // An answer to what was said later.
    await page.hear('no-clip')
    expect(page.heard.some(({ type }) => type === 'label-saved')).toBe(false)
    reachDisk()
    await page.hear('label-saved')
  })

  test('is followed by what the model thinks of it, and by nothing where that fails', async () => {
    let fails = false
    const insight: NonNullable<Labelling['insight']> = async ({ id }) => {
      if (fails) throw new Error('no model')
      const clips = [0, 1].map((member) => ({ member, reward: null, terms: [{ name: 'near', values: [1, 2] }] }))
      return { question: id, prediction: { first: 0.7, uncertainty: 0.1 }, clips }
    }
    await openDesk({ change: { insight } })
    const page = await visit()
    sit(page)
    const [first, second] = await offer(page)
    expect((await page.hear('label-desk')).insight).toBe(true)
    answer(page, first!)
    expect(await page.hear('label-insight')).toMatchObject({ question: 'q0', prediction: { first: 0.7 } })
    fails = true
    answer(page, second!)
    await page.hear('label-saved', ({ question }) => question === 'q1')
    await expect.poll(() => lines).toEqual(['page 1: cannot tell what the model thinks of q1: Error: no model'])
  })

  test('that was the last is followed by the quality of all', async () => {
    const quality = () => ({ answered: 1, skipped: 0, measures: [] })
    await openDesk({ wanted: 1, change: { quality } })
    const page = await visit()
    sit(page)
    answer(page, (await offer(page))[0]!)
    expect(await page.hear('label-offer', ({ state }) => state === 'finished')).toMatchObject({ questions: [] })
    expect(await page.hear('label-quality')).toEqual({ type: 'label-quality', answered: 1, skipped: 0, measures: [] })
  })

  test('of a page that floods the desk and never reads is taken once, and costs little', async () => {
    const { log } = await openDesk()
    const [slow, quick] = [await visit(), await visit()]
    sit(slow)
    sit(quick, 'quick')
    const [question] = await offer(slow)
    const [mine] = await offer(quick)
    slow.socket.pause()
    for (let i = 0; i < 2000; i++) answer(slow, question!, `a${i}`)
    answer(quick, mine!)
    await quick.hear('label-saved')
    await expect.poll(() => log.answers().length).toBe(2)
    expect(viewer.load().bufferedBytes).toBeLessThan(1_000_000)
    slow.socket.resume()
    await slow.hear('label-saved', ({ id }) => id === 'a1999')
    expect(log.answers()).toHaveLength(2)
  })
})

test('10,000 random messages change nothing and stop nothing', async () => {
  const { log } = await openDesk()
  const page = await visit()
  const text = fc.oneof(fc.string(), fc.constantFrom('q0', 'q1', 's', 'a-q0', '', 'ü\u2028', '\ud800'))
  const label = fc.record({
    type: fc.constantFrom('label-sit', 'label-stay', 'label-ranking', 'label-undo', 'label-quality'),
    ...{ id: text, seat: text, annotator: text, answer: text, question: text },
    holding: fc.oneof(fc.array(text), fc.anything()),
    order: fc.oneof(fc.array(fc.array(fc.integer())), fc.anything()),
    shown: fc.oneof(fc.array(fc.integer()), fc.anything()),
    milliseconds: fc.oneof(fc.double(), text),
  })
  const bad = fc.record({
    type: fc.constant('label-answer'),
    ...{ id: text, question: fc.constantFrom('q0', 'q1'), answer: text, annotator: text },
    shown: fc.oneof(fc.constant([0, 2]), fc.constant([1, 1]), fc.array(fc.integer(), { minLength: 3 })),
    milliseconds: fc.double(),
  })
  const writable = (_: string, part: unknown) => (typeof part === 'bigint' ? 0 : part)
  const message = fc.oneof(
    fc.string({ maxLength: 200 }),
    fc.json(),
    fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
    fc.oneof(label, bad).map((value) => JSON.stringify(value, writable)),
  )
  for (const [i, each] of fc.sample(message, 10_000).entries()) {
    page.socket.send(each)
    if (i % 500 === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  sit(page, 'sane', { annotator: 'ben' })
  await page.hear('label-desk', ({ annotator }) => annotator === 'ben')
  expect(log.entries()).toEqual([])
  const [question] = await offer(page)
  const fresh = await visit()
  sit(fresh, 'fresh')
  const [other] = await offer(fresh)
  for (const [who, asked] of [
    [page, question],
    [fresh, other],
  ] as const)
    answer(who, asked!, `sane-${asked!.id}`)
  for (const who of [page, fresh]) await who.hear('label-saved', ({ id }) => id.startsWith('sane'))
  expect(log.entries()).toHaveLength(2)
}, 60_000)
