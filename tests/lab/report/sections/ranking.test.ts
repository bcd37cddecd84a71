import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ranking } from '../../../../lab/report/sections/ranking.ts'
import type { LoggedAnswer } from '../../../../rewards/preference/log-lines.ts'
import { eachSaid } from '../../../rewards/quality/some-answers.ts'
import { someRun } from '../../../support/some-run.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ranking-section-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function sectionOf(answers: readonly LoggedAnswer[], order?: string[]): string {
  writeFileSync(join(folder, 'labels.jsonl'), answers.map((answer) => `${JSON.stringify(answer)}\n`).join(''))
  const run = someRun()
  return ranking({ ...run, path: folder, config: { ...run.config, order } }).text
}

/** The tree's answers: so many by a level, each by twice and four times its margin. */
function decided(level: number, factor: string, margin: number): LoggedAnswer[] {
  const by = 'teacher:tree'
  return [2, 4].flatMap((times) =>
    eachSaid(['first'], { by, reason: { level, factor, difference: times * margin, margin } }),
  )
}

test('says which level decided how many answers, by how much, and which never did', () => {
  const ties = eachSaid(['equal', 'equal'], { by: 'teacher:tree' })
  const text = sectionOf(
    [...decided(1, 'success', 0.5), ...decided(3, 'near', 0.1), ...ties],
    ['success', 'open', 'near'],
  )
  expect(text).toContain('Levels that decided 6 answers; 2 (33.3%) were ties')
  expect(text).toMatch(/<td>1<\/td><th scope="row">success<\/th><td>2 \(33\.3%\)<\/td><td>1\.5<\/td>\s*<td>3<\/td>/)
  expect(text).toContain('<th scope="row">near</th>')
  expect(text).toContain('Never decided anything: open.')
})

test('a level without a margin has no multiple of it', () => {
  const text = sectionOf(
    eachSaid(['first'], { by: 'teacher:tree', reason: { level: 1, factor: 'a<b', difference: 2, margin: 0 } }),
  )
  expect(text).toMatch(/<th scope="row">a&lt;b<\/th><td>1 \(100%\)<\/td><td>2<\/td>\s*<td>-<\/td>/)
  expect(text).not.toContain('Never decided')
})

test('says nothing where nobody ranked factors', () => {
  expect(sectionOf(eachSaid(['first'], { by: 'teacher:oracle' }))).toBe('')
  expect(ranking({ ...someRun(), path: join(folder, 'none') }).text).toBe('')
})
