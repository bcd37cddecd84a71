import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { findStudy } from '../../../../lab/report/study/find-runs.ts'
import { reportStudy } from '../../../../lab/report/study/page.ts'
import { aggregateTable } from '../../../../lab/report/study/tables.ts'
import { temporaryFolder } from '../../../support/smoke-run.ts'
import { writeSomeRun, writeSomeStudy } from '../../../support/some-study.ts'

const folder = temporaryFolder()
writeSomeStudy(folder.path)
afterAll(folder.clean)
const study = findStudy([folder.path])
const report = reportStudy(study)
const page = report.render()

describe('the report on many runs', () => {
  test('is the same bytes for the same runs', () => {
    expect(reportStudy(findStudy([folder.path])).render()).toBe(page)
  })

  test('fetches nothing and runs no script', () => {
    expect(page).not.toMatch(/https?:|src=|href=|<script|@import|url\(/)
    expect(page).not.toMatch(/NaN|Infinity|undefined|>null</)
  })

  test('says how the runs stand, and who did best', () => {
    expect(page).toContain('43 finished, 1 failed, 1 interrupted')
    expect(page).toMatch(/interquartile mean of success: teacher=oracle/)
  })

  test('compares every two conditions, and finds the better one', () => {
    const found = report.results.differences.map(({ first, second }) => [first, second])
    expect(found).toEqual([
      ['teacher=mistake', 'teacher=noisy'],
      ['teacher=mistake', 'teacher=oracle'],
      ['teacher=noisy', 'teacher=oracle'],
    ])
    for (const { difference, interval, p } of report.results.differences) {
      expect(difference).toBeLessThan(0)
      expect(interval[1]).toBeLessThan(0)
      expect(p).toBeLessThan(0.01)
    }
  })

  test('pairs runs by task and seed, where both have finished', () => {
    // 15 pairs each; push 2 of noisy failed, push 5 of mistake was killed, and some pairs are equal.
    const [first] = report.results.differences
    expect(first?.pairs).toBeLessThanOrEqual(13)
  })

  test('counts who never learned as such', () => {
    const mistaken = report.results.arrivals.find(({ condition }) => condition === 'teacher=mistake')
    expect(mistaken?.steps.median).toBeNull()
    expect(mistaken?.steps.runs).toBe(14)
  })

  test('shows a failed run with its reason, and what is not over', () => {
    expect(page).toMatch(/<h3>teacher=noisy, push, seed 2<\/h3><p>the loss is no number after 60000 steps<\/p>/)
    expect(page).toContain('<li>teacher=mistake, push, seed 5: interrupted</li>')
  })

  test('lists the settings that differ, and no others', () => {
    expect(page).toMatch(
      /<th scope="row">teacher<\/th>\s*<td[^>]*>mistake<\/td>\s*<td[^>]*>noisy<\/td>\s*<td[^>]*>oracle</,
    )
    expect(page).not.toContain('<th scope="row">sac.width</th>')
  })

  test('draws curves for all tasks together and each, by steps and by labels, a profile, and improvements', () => {
    expect(report.figures.map(({ name }) => name)).toEqual([
      'success-all-tasks',
      'success-by-labels',
      'success-button-press',
      'success-drawer-open',
      'success-push',
      'profile',
      'improvement',
    ])
  })
})

test('labels are counted over the runs of a condition, without what was taken back', () => {
  const asked = temporaryFolder()
  const run = writeSomeRun(asked.path, { name: 'a', settings: {}, half: 60_000, ceiling: 1 })
  const segment = (episode: string) => ({ episode, start: 0, length: 5 })
  const about = { by: 'teacher:oracle', at: '2026-01-01T00:00:00.000Z' }
  const answer = (id: string, told: string) => ({
    ...{
      kind: 'answer',
      id,
      first: segment(`${id}-1`),
      second: segment(`${id}-2`),
      answer: told,
      left: 'first',
      milliseconds: 0,
    },
    ...about,
  })
  const lines = [answer('1', 'first'), answer('2', 'equal'), answer('3', 'skip'), answer('4', 'skip')]
  const log = [...lines, { kind: 'undo', id: '5', undoes: '4', ...about }]
  writeFileSync(join(run, 'labels.jsonl'), log.map((line) => `${JSON.stringify(line)}\n`).join(''))
  const { results, render } = reportStudy(findStudy([asked.path]))
  expect(results.labels).toEqual([
    {
      ...{ condition: 'pebble', runs: 1, by: ['teacher:oracle'], answers: 3, equal: 1, skipped: 1 },
      ...{ heldOutAccuracy: 0.9, rankCorrelation: 0.8 },
    },
  ])
  expect(render()).toContain('teacher:oracle')
  asked.clean()
})

describe('a report on little', () => {
  test('tells no interval of runs that cannot be drawn again, but that of a run over its episodes', () => {
    const single = temporaryFolder()
    writeSomeRun(single.path, { name: 'a', settings: { labels: 100 }, half: 90_000, ceiling: 0.9 })
    writeSomeRun(single.path, { name: 'b', settings: { labels: 200 }, half: 90_000, ceiling: 0.5 })
    const { results, figures } = reportStudy(findStudy([single.path]))
    expect(results.repeated).toEqual([])
    const intervals = aggregateTable(results)
      .rows.flat()
      .filter((cell) => typeof cell === 'object' && cell?.interval)
    expect(intervals).toEqual([])
    expect(results.cells[0]!.interval[0]).toBeLessThan(results.cells[0]!.success)
    const bands = figures.flatMap(({ figure }) => figure.drawing!.shapes.filter(({ kind }) => kind === 'band'))
    expect(bands).toEqual([])
    single.clean()
  })

  test('leaves out of the comparison what has no finished run, and says so', () => {
    const little = temporaryFolder()
    const some = { half: 100_000, ceiling: 0.9 }
    writeSomeRun(little.path, { name: 'a', settings: { labels: 100 }, ...some })
    writeSomeRun(little.path, { name: 'b', settings: { labels: 200 }, ...some, ends: 'failed' })
    const text = reportStudy(findStudy([little.path])).render()
    expect(text).toContain('Left out of what is over all tasks, for want of finished runs: labels=200.')
    expect(text).not.toMatch(/NaN|Infinity|undefined/)
    little.clean()
  })

  test('of no finished run says that', () => {
    const none = temporaryFolder()
    writeSomeRun(none.path, { name: 'a', settings: {}, half: 1, ceiling: 1, ends: 'killed' })
    const text = reportStudy(findStudy([none.path])).render()
    expect(text).toContain('No run has finished yet.')
    expect(text).not.toMatch(/NaN|Infinity|undefined/)
    none.clean()
  })
})
