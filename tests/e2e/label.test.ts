// The labelling page in a real Chromium, asked by a desk that speaks the protocol. Answers that survive kills and lost
// connections are tested with the real desk.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Recording } from '../../sim/recording.ts'
import type { Place } from '../../viewer/client/label/places.ts'
import type { LabelGiven } from '../../viewer/protocol/label.ts'
import { strideOf } from '../../viewer/server/clip-frame.ts'
import { ensurePage } from '../../viewer/server/page.ts'
import { openBrowser } from '../support/browser.ts'
import { type FakeDesk, startFakeDesk } from '../support/fake-desk.ts'
import { askLabel, patience, visitDesk } from '../support/label-page.ts'
import { episodes, questionOf } from '../support/label-questions.ts'

const instructions = 'Prefer the clip in which the drawer opens further.'
const window = { width: 760, height: 640 }
const troubles: string[] = []
let recordings: Recording[]
let browser: Browser
let desk: FakeDesk
let page: Page

beforeAll(async () => {
  recordings = await episodes()
  const [far, half, little, none] = recordings as [Recording, Recording, Recording, Recording]
  const pageFolder = await ensurePage({ log: () => {} })
  const questions = [
    questionOf({ id: 'one', recordings: [far, none] }),
    questionOf({ id: 'two', recordings: [half, little], fair: false }),
    questionOf({ id: 'three', recordings: [far, half] }),
    questionOf({ id: 'four', recordings: [none, far, little, half] }),
    questionOf({ id: 'five', recordings: [little, none] }),
  ]
  desk = await startFakeDesk({ pageFolder, questions, instructions })
  browser = await openBrowser()
  page = await visitDesk({ browser, address: `${desk.address}?quality=coarse`, viewport: window, troubles })
})

afterAll(async () => {
  await browser?.close()
  await desk?.close()
})

async function asked(of = page): Promise<string | undefined> {
  return (await askLabel(of, 'question'))?.id
}

/** Presses a key and waits until this question is asked and all answers are confirmed. */
async function press(key: string, next: string | undefined): Promise<LabelGiven> {
  await page.keyboard.press(key)
  await vi.waitFor(async () => {
    expect(await asked()).toBe(next)
    expect((await askLabel(page, 'answers')).waiting).toBe(0)
  }, patience)
  return desk.given.at(-1)!
}

function recordedPoses({ poses, scene }: Recording, frame: number): number[][] {
  const size = scene.bodies.length * 7
  const values = [...poses.values.slice(frame * strideOf(poses.interval) * size).slice(0, size)]
  return scene.bodies.map((_, body) => values.slice(body * 7, body * 7 + 7))
}

async function largestDifference(place: Place, recording: Recording, frame: number): Promise<number> {
  const [shown, recorded] = [(await askLabel(page, 'poses', place)).flat(), recordedPoses(recording, frame).flat()]
  expect(shown.length).toBe(recorded.length)
  return Math.max(...shown.map((value, i) => Math.abs(value - recorded[i]!)))
}

/** What a clip's pane shows once it rests. */
async function picture(place: Place): Promise<Buffer> {
  const surface = page.locator(`.pane.${place} .surface`)
  let last = await surface.screenshot()
  for (;;) {
    const next = await surface.screenshot()
    if (next.equals(last)) return next
    last = next
  }
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

async function seriousIssues(of: Page): Promise<string[]> {
  await of.evaluate(axe)
  return (await of.evaluate(`axe.run().then(({ violations }) => violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`)) as string[]
}

test('the first pair stands still for who wants little motion, with instructions, and says nothing while it is fair', async () => {
  expect(await asked()).toBe('one')
  expect(await askLabel(page, 'words')).toBe('Ready')
  expect(await askLabel(page, 'playing')).toBe(false)
  expect(await page.locator('.instructions').innerText()).toContain(instructions)
  expect(await page.locator('.badge.pair').isVisible()).toBe(false)
  expect(await page.locator('.pane:visible').count()).toBe(2)
})

test('the clips that the page draws stand where the server said, to 1e-6', async () => {
  const track = recordings[0]!.poses
  const interval = strideOf(track.interval) * track.interval
  for (const frame of [0, 7, 19]) {
    await askLabel(page, 'seek', frame * interval)
    expect(await largestDifference('a', recordings[0]!, frame)).toBeLessThan(1e-6)
    expect(await largestDifference('b', recordings[3]!, frame)).toBeLessThan(1e-6)
  }
})

test('no serious issue for screen readers and weak eyes, in light and dark', async () => {
  expect(await seriousIssues(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await seriousIssues(page)).toEqual([])
  await page.keyboard.press('?')
  expect(await seriousIssues(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.emulateMedia({ colorScheme: 'light' })
})

test('the ghost lays each clip over the other until it is sent away', async () => {
  await askLabel(page, 'seek', 0.7)
  const before = await picture('a')
  await page.keyboard.press('g')
  const haunted = await picture('a')
  expect(haunted.equals(before)).toBe(false)
  await page.keyboard.press('g')
  await expect.poll(async () => (await picture('a')).equals(before), { timeout: 10_000 }).toBe(true)
})

test('an answer names the clips as they are stored, with the instant that decided it', async () => {
  await askLabel(page, 'seek', 0.5)
  await page.keyboard.press('m')
  expect(await page.locator('.mark.decisive').count()).toBe(1)
  const given = await press('ArrowLeft', 'two')
  // The clip on the left is stored as the second one; 0.5 s of 0.75 s are 40 of 60 decisions.
  expect(given).toMatchObject({
    type: 'label-answer',
    question: 'one',
    answer: 'second',
    shown: [1, 0],
    decisiveStep: 40,
  })
  expect(await askLabel(page, 'words')).toBe('Saved on disk')
  expect(await page.locator('.mark.decisive').count()).toBe(0)
})

test('an unfair pair says so', async () => {
  expect(await page.locator('.badge.pair').innerText()).toBe('Different starts')
})

test('the last answer stands beside the reward model, whose curves follow the clock and lead back', async () => {
  expect(await page.locator('.verdict').innerText()).toBe(
    'Last question, you: left is better. Reward model: left, 83% (± 6%).',
  )
  expect(await page.locator('.review-column').count()).toBe(2)
  await askLabel(page, 'seek', 0)
  const cursor = () => page.locator('.review-cursor').first().getAttribute('style')
  const before = await cursor()
  await page
    .locator('.review-charts')
    .first()
    .click({ position: { x: 100, y: 20 } })
  await vi.waitFor(async () => expect(await asked()).toBe('one'), patience)
  const { width } = (await page.locator('.review-charts').first().boundingBox())!
  await vi.waitFor(async () => expect(await askLabel(page, 'time')).toBeCloseTo((100 / width) * 0.75, 1), patience)
  expect(await cursor()).not.toBe(before)
})

test('nothing is answered while looking back, and R goes on', async () => {
  const { length } = desk.given
  await page.keyboard.press('ArrowRight')
  expect(await page.locator('.notice').innerText()).toContain('press R')
  await page.keyboard.press('r')
  expect(await asked()).toBe('two')
  expect(desk.given.length).toBe(length)
})

test('an arrow on the scrubber moves the clock, and answers nothing', async () => {
  await askLabel(page, 'seek', 0.2)
  await page.locator('.scrub input').focus()
  await page.keyboard.press('ArrowRight')
  expect(await askLabel(page, 'time')).toBeGreaterThan(0.2)
  expect(await asked()).toBe('two')
  await page.locator('.scrub input').blur()
})

test('undo takes the answer back and asks again', async () => {
  const undone = await press('u', 'one')
  expect(undone).toMatchObject({ type: 'label-undo', answer: desk.given[0]!.id })
  expect(await press('ArrowRight', 'two')).toMatchObject({ question: 'one', answer: 'first' })
})

test('equal and skip are answers of their own', async () => {
  expect(await press('ArrowDown', 'three')).toMatchObject({ question: 'two', answer: 'equal' })
  expect(await press('s', 'four')).toMatchObject({ question: 'three', answer: 'skip' })
})

test('four clips are ranked by keys, by dragging and with ties', async () => {
  expect(await page.locator('.pane:visible').count()).toBe(4)
  expect(await seriousIssues(page)).toEqual([])
  const order = () => page.locator('.rank-card').allInnerTexts()
  for (const key of ['ArrowRight', 'Shift+ArrowLeft']) await page.keyboard.press(key)
  expect(await order()).toEqual(['B', 'A', 'C', 'D'])
  const cards = page.locator('.rank-card')
  const [from, to] = [await cards.nth(3).boundingBox(), await cards.nth(1).boundingBox()]
  await page.mouse.move(from!.x + 20, from!.y + 20)
  await page.mouse.down()
  await page.mouse.move(to!.x + 20, to!.y + 20, { steps: 4 })
  await page.mouse.up()
  expect(await order()).toEqual(['B', 'D', 'A', 'C'])
  await page.keyboard.press('ArrowDown')
  expect(await page.locator('.tie').allInnerTexts()).toEqual(['>', '=', '>'])
  const given = await press('Enter', 'five')
  // Places from left to right are the members 3, 2, 1, 0.
  expect(given).toMatchObject({ type: 'label-ranking', order: [[2], [0, 3], [1]], shown: [3, 2, 1, 0] })
})

test('a reload keeps name, dismissed instructions and what can be undone', async () => {
  await page.getByRole('button', { name: 'Got it' }).click()
  await page.getByLabel('Your name').fill('Grace')
  await page.keyboard.press('Tab')
  await page.reload()
  await vi.waitFor(async () => expect(await asked()).toBe('five'), patience)
  await vi.waitFor(async () => expect(await page.getByLabel('Your name').inputValue()).toBe('Grace'), patience)
  expect(await page.locator('.instructions').isVisible()).toBe(false)
  expect(await press('u', 'four')).toMatchObject({ type: 'label-undo', annotator: 'Grace' })
  expect(await press('Enter', 'five')).toMatchObject({ type: 'label-ranking', annotator: 'Grace' })
})

test('on a narrow screen nothing sticks out, the answers are at hand, and clips play by themselves', async () => {
  const viewport = { width: 360, height: 740 }
  const narrow = await visitDesk({ browser, address: desk.address, viewport, motion: 'no-preference', troubles })
  expect(await askLabel(narrow, 'playing')).toBe(true)
  await askLabel(narrow, 'seek', 0)
  expect(await narrow.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
  const bar = (await narrow.locator('.answer-bar').boundingBox())!
  expect(bar.y + bar.height).toBeLessThanOrEqual(740)
  const clips = (await narrow.locator('.stage').boundingBox())!
  expect(clips.y + clips.height).toBeLessThan(bar.y)
  await narrow.close()
})

test('at the end the page says how the answers agree', async () => {
  await press('ArrowLeft', undefined)
  await vi.waitFor(async () => expect(await askLabel(page, 'words')).toBe('Finished'), patience)
  expect(await page.locator('.stage-word').innerText()).toContain('agree with yourself 93%')
})

test('what was sent had the right shape, and nothing raised an error in the page', () => {
  expect(desk.problems).toEqual([])
  expect(troubles).toEqual([])
})
