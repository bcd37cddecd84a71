// A run that asks a person, who answers in a real Chromium: by keys, with one answer taken back and the page reloaded.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { readRun } from '../../lab/run/read-run.ts'
import { parseLog } from '../../rewards/preference/log-lines.ts'
import { ensurePage } from '../../viewer/server/page.ts'
import { type AskedRunProcess, startAskedRun } from '../support/asked-run-process.ts'
import { openBrowser } from '../support/browser.ts'
import { askLabel, visitDesk } from '../support/label-page.ts'
import { oracleAnswer, questionNamed } from '../support/oracle-at-desk.ts'
import { temporaryFolder } from '../support/smoke-run.ts'

const patience = { timeout: 60_000, interval: 50 }
const wanted = 8
const folder = temporaryFolder()
const path = join(folder.path, 'run')
const troubles: string[] = []
let training: AskedRunProcess
let browser: Browser
let page: Page

beforeAll(async () => {
  // Steps that are not used up before the last answer: the run is ended when it has learned from it.
  const settings = ['person.repeats=0', `labels=${wanted}`, 'steps=1000000', 'minutes=10']
  const built = await ensurePage({ log: () => {} })
  training = startAskedRun({ folder: folder.path, name: 'run', begin: 'new', page: built, settings })
  browser = await openBrowser()
  const address = `http://127.0.0.1:${await training.port}/label?quality=coarse`
  page = await visitDesk({ browser, address, viewport: { width: 480, height: 400 }, troubles })
})

afterAll(async () => {
  await browser?.close()
  await training?.kill()
  folder.clean()
})

const kept = () => parseLog(readFileSync(join(path, 'labels.jsonl')), 'labels.jsonl')

/** Presses the key of what the true rewards say, and waits until it is on disk. */
async function answerNext(): Promise<void> {
  const asked = await vi.waitFor(async () => {
    const question = await askLabel(page, 'question')
    expect(question).toBeDefined()
    return question!
  }, patience)
  const question = questionNamed(path, asked.id)
  const said = oracleAnswer(question, (episode) => join(path, 'recordings', `${episode}.rec`))
  const before = (await askLabel(page, 'answers')).saved
  const leftIsFirst = asked.clips[0]?.member === 0
  const key = said === 'equal' ? 'ArrowDown' : (said === 'first') === leftIsFirst ? 'ArrowLeft' : 'ArrowRight'
  await page.keyboard.press(key)
  await vi.waitFor(async () => expect((await askLabel(page, 'answers')).saved).toBeGreaterThan(before), patience)
}

test('answers given in the page are on disk, each with who gave it and where it was shown', async () => {
  await answerNext()
  await answerNext()
  const answers = [...kept().answers.values()]
  expect(answers.map(({ by }) => by)).toEqual(['person:anna', 'person:anna'])
  expect(answers.every(({ milliseconds, left }) => milliseconds > 0 && ['first', 'second'].includes(left))).toBe(true)
})

test('an answer taken back in the page counts no more, and the page goes on after a reload', async () => {
  await page.keyboard.press('u')
  await vi.waitFor(() => expect(kept().answers.size).toBe(1), patience)
  await page.reload()
  await answerNext()
  expect(kept().answers.size).toBe(2)
})

test('the run goes on gathering, and learns from the answers as they come', async () => {
  for (let count = 2; count < wanted; count++) await answerNext()
  const fits = () => readRun(path).measured.rewards
  await vi.waitFor(() => expect(fits().at(-1)).toMatchObject({ labels: wanted }), patience)
  const labels = fits().map((fit) => fit.labels)
  expect(labels).toEqual([...labels].sort((one, other) => one - other))
  expect(fits().at(-1)!.steps).toBeGreaterThan(fits()[0]!.steps)
  expect(kept().answers.size).toBe(wanted)
})

test('all of this raised no error in the page', () => {
  expect(troubles).toEqual([])
})
