// Answers are safe: whatever happens to connections, pages and the server, the log holds each of them once.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { parseLog } from '../../../rewards/preference/log-lines.ts'
import { type LabelProcess, startLabelProcess } from '../../support/label-process.ts'
import { writeRecordings } from '../../support/recordings-to-judge.ts'
import { type ScriptedLabeller, scriptedLabeller } from '../../support/scripted-labeller.ts'

let folder: string
let out: string
let server: LabelProcess | undefined

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'survival-'))
  out = join(folder, 'labels.jsonl')
  writeRecordings(folder, { starts: 10, each: 4 })
})

afterEach(async () => {
  await server?.kill()
  rmSync(folder, { recursive: true })
})

function logged() {
  const bytes = readFileSync(out)
  const lines = new TextDecoder()
    .decode(bytes)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line)
  return { answers: [...parseLog(bytes, out).answers.values()], lines }
}

interface Line {
  readonly kind: 'answer' | 'undo'
  readonly id: string
  readonly undoes?: string
  readonly question?: string
}

/** Nothing lost, nothing doubled, every undo honoured. */
function expectEverythingOnce(labellers: readonly ScriptedLabeller[], wanted: number): void {
  const { answers, lines } = logged()
  const saved = labellers.flatMap((each) => [...each.saved])
  const undone = labellers.flatMap((each) => [...each.undone])
  expect(answers).toHaveLength(wanted)
  expect(
    lines
      .filter(({ kind }) => kind === 'answer')
      .map(({ id }) => id)
      .sort(),
  ).toEqual([...saved].sort())
  expect(
    lines
      .filter(({ kind }) => kind === 'undo')
      .map(({ id }) => id)
      .sort(),
  ).toEqual([...undone].sort())
  const takenBack = new Set(lines.map(({ undoes }) => undoes))
  expect(answers.every(({ id }) => !takenBack.has(id))).toBe(true)
  expect(new Set(answers.map(({ question }) => question)).size).toBe(wanted)
}

test('200 pairs at full speed, with 5 disconnects, 2 reloads, undos and 1 server killed: exactly 200 answers', async () => {
  const events = new Map<number, 'disconnect' | 'reload' | 'kill'>()
  for (const at of [13, 47, 92, 121, 177]) events.set(at, 'disconnect')
  for (const at of [30, 150]) events.set(at, 'reload')
  events.set(105, 'kill')
  let last = Promise.resolve()
  const labeller = scriptedLabeller({
    undoEvery: 20,
    onSaved: (count) => {
      const event = events.get(count)
      events.delete(count)
      // Nothing that the server has still to say reaches the page.
      if (event) {
        labeller.disconnect()
        last = last.then(() => happen(event))
      }
    },
  })

  async function happen(event: 'disconnect' | 'reload' | 'kill'): Promise<void> {
    if (event === 'reload') labeller.reload()
    if (event === 'kill') {
      await server!.kill()
      server = await startLabelProcess({ place: folder, out, budget: 200, port: server!.port })
    }
    await labeller.connect(server!.port)
  }

  server = await startLabelProcess({ place: folder, out, budget: 200 })
  await labeller.connect(server.port)
  await labeller.finished
  await last
  expect(events.size).toBe(0)
  expect(labeller.cutOff).toBeGreaterThan(0)
  expect(labeller.refusals).toEqual([])
  expect(labeller.undone.size).toBeGreaterThan(5)
  expectEverythingOnce([labeller], 200)
}, 60_000)

test('three people at once never get the same pair, and together give what was asked for', async () => {
  server = await startLabelProcess({ place: folder, out, budget: 90 })
  const people = ['anna', 'ben', 'chi'].map((annotator) => scriptedLabeller({ annotator }))
  await Promise.all(people.map((person) => person.connect(server!.port)))
  await Promise.all(people.map((person) => person.finished))
  expectEverythingOnce(people, 90)
  const by = new Set(logged().answers.map((answer) => answer.by))
  expect([...by].sort()).toEqual(['person:anna', 'person:ben', 'person:chi'])
}, 60_000)

test('a page is never told that a question is asked again', async () => {
  server = await startLabelProcess({ place: folder, out, budget: 100 })
  const labeller = scriptedLabeller()
  await labeller.connect(server.port)
  await labeller.finished
  const repeats = logged().answers.filter((answer) => answer.repeats !== undefined)
  expect(repeats.length).toBeGreaterThan(2)
  const asked = labeller.heard.filter((text) => text.includes('"label-offer"')).join('\n')
  for (const { question, repeats: original, left } of repeats) {
    expect(asked).not.toContain('repeats')
    expect(question).not.toBe(original)
    expect(logged().answers.find((answer) => answer.question === original)!.left).not.toBe(left)
  }
}, 60_000)
