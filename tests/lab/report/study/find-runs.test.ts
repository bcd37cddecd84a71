import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findStudy } from '../../../../lab/report/study/find-runs.ts'
import { temporaryFolder } from '../../../support/smoke-run.ts'
import { writeSomeRun } from '../../../support/some-study.ts'

const folder = temporaryFolder()
const inside = (...names: string[]) => join(folder.path, ...names)
beforeAll(() => {
  const some = { half: 100_000, ceiling: 0.9 }
  writeSomeRun(inside('a'), { name: 'one', settings: { seed: 2 }, ...some })
  writeSomeRun(inside('a'), { name: 'two', settings: { seed: 1 }, ...some })
  writeSomeRun(inside('b', 'deep'), { name: 'three', settings: { labels: 100 }, ...some, ends: 'failed' })
  writeSomeRun(inside('b'), { name: 'four', settings: { labels: 100, task: 'push' }, ...some, ends: 'killed' })
  mkdirSync(inside('empty'))
})
afterAll(folder.clean)

describe('runs are found', () => {
  test('in a folder of runs, told apart by nothing but their seeds', () => {
    const { runs, conditions, tasks } = findStudy([inside('a')])
    expect(conditions).toEqual(['pebble'])
    expect(tasks).toEqual(['drawer-open'])
    expect(runs.map(({ seed, state }) => [seed, state])).toEqual([
      [1, 'finished'],
      [2, 'finished'],
    ])
  })

  test('in several folders and folders in them, told apart by the settings in which they differ', () => {
    const { runs, conditions } = findStudy([inside('b'), inside('a', 'one')])
    expect(conditions).toEqual(['labels=100', 'labels=500'])
    expect(runs.map(({ condition, task, state }) => [condition, task, state])).toEqual([
      ['labels=100', 'drawer-open', 'failed'],
      ['labels=100', 'push', 'interrupted'],
      ['labels=500', 'drawer-open', 'finished'],
    ])
  })

  test('with the reason of a failure', () => {
    const [failed] = findStudy([inside('b')]).runs
    expect(failed?.failure?.message).toBe('the loss is no number after 60000 steps')
  })

  test('or not, which is an error', () => {
    expect(() => findStudy([inside('a'), inside('empty')])).toThrow(
      `found no run in ${inside('empty')}; expected a run's folder, a folder of runs, or that of a sweep`,
    )
    expect(() => findStudy([inside('nowhere')])).toThrow(`found no run in ${inside('nowhere')}`)
  })
})
