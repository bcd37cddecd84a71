import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type LabellingRequest, openLabelling } from '../../../lab/labelling/open-labelling.ts'
import { writeRecordings } from '../../support/recordings-to-judge.ts'
import { temporaryFolder } from '../../support/smoke-run.ts'

let folder: ReturnType<typeof temporaryFolder>
const said: string[] = []

beforeEach(() => {
  folder = temporaryFolder()
  writeRecordings(folder.path, { starts: 3, each: 3 })
})

afterEach(() => folder.clean())

function open(change: Partial<LabellingRequest> = {}) {
  return openLabelling({
    ...{ place: folder.path, out: join(folder.path, 'labels.jsonl'), budget: 5, segment: 10, clips: 2, repeats: 0 },
    ...{ annotator: 'anna', instructions: '', log: (line) => said.push(line) },
    ...change,
  })
}

async function answerOne(labelling: Awaited<ReturnType<typeof open>>, id: string): Promise<string> {
  const { desk } = labelling
  desk.sit({ seat: 's', by: 'person:anna' })
  const { id: question, shown } = desk.offer('s').questions[0]!
  await desk.give({ kind: 'answer', id, by: 'person:anna', question, answer: 'first', shown, milliseconds: 9 })
  return question
}

test('goes on where the log ends, whole or torn, and asks nothing twice', async () => {
  const first = await open()
  const answered = await answerOne(first, 'a')
  await first.close()
  appendFileSync(join(folder.path, 'labels.jsonl'), '{"kind":"ans')
  const second = await open()
  expect(said.at(-1)).toContain('was cut off while it was written and never acknowledged')
  expect(second.desk.progress()).toMatchObject({ answered: 1, wanted: 5 })
  expect(await answerOne(second, 'b')).not.toBe(answered)
  expect(second.quality()).toMatchObject({ answered: 2, skipped: 0 })
  expect(second.quality().measures.map(({ id }) => id)).toContain('oracle-agreement')
  await second.close()
  expect(readFileSync(join(folder.path, 'labels.jsonl'), 'utf8').trim().split('\n')).toHaveLength(2)
})

test('two at once are refused the same log', async () => {
  const first = await open()
  await expect(open()).rejects.toThrow('one writer at a time')
  await first.close()
  await (await open()).close()
})

test('what cannot be compared is said, with what to do', async () => {
  await expect(open({ segment: 41 })).rejects.toThrow(
    `found 9 recordings in ${folder.path}, the longest of 40 decisions; expected 2 different ones of one task with ` +
      '41 decisions each. Type --segment 40 or less',
  )
})

test('a log that nobody wrote to is not left behind, one that was there is', async () => {
  const out = join(folder.path, 'labels.jsonl')
  await (await open()).close()
  expect(existsSync(out)).toBe(false)
  writeFileSync(out, '')
  await (await open()).close()
  expect(existsSync(out)).toBe(true)
})
