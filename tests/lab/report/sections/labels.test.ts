import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { labels } from '../../../../lab/report/sections/labels.ts'
import type { LoggedAnswer } from '../../../../rewards/preference/log-lines.ts'
import { eachSaid, times } from '../../../rewards/quality/some-answers.ts'
import { someRun } from '../../../support/some-run.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'labels-section-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function sectionOf(answers: readonly LoggedAnswer[]): string {
  writeFileSync(join(folder, 'labels.jsonl'), answers.map((answer) => `${JSON.stringify(answer)}\n`).join(''))
  return labels({ ...someRun(), path: folder }).text
}

test('says who answered, how often, and what is worth a look', () => {
  const text = sectionOf([
    ...eachSaid(times(20, 'first' as const)),
    ...eachSaid(times(3, 'second' as const), { by: 'teacher:oracle', milliseconds: 0 }),
  ])
  expect(text).toContain('<th scope="row">person:Ada</th><td>20</td>')
  expect(text).toContain('<th scope="row">teacher:oracle</th><td>3</td>')
  expect(text).toContain('<li>Ada&#39;s 20 answers: 0% equal, 0% skipped, 2.0 s each at the median.</li>')
  expect(text).toContain('<li><strong>Worth a look:</strong> Ada&#39;s answers lean to the left side: 20 of 20')
})

test('escapes names', () => {
  expect(sectionOf(eachSaid(['first'], { by: 'person:<b>' }))).toContain('person:&lt;b&gt;')
})

test('says nothing where only scripted teachers answered, or nobody', () => {
  expect(labels({ ...someRun(), path: folder }).text).toBe('')
  expect(sectionOf(eachSaid(['first'], { by: 'teacher:oracle' }))).toBe('')
})
