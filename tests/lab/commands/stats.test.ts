import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { type } from '../../support/command-line.ts'
import { temporaryFolder } from '../../support/smoke-run.ts'

const folder = temporaryFolder()
afterAll(folder.clean)

/** What `rapref stats` says about a file with this text. */
function statsOf(text: string, options = '') {
  const path = join(folder.path, 'scores.json')
  writeFileSync(path, text)
  return type(`stats ${path} ${options}`)
}

const good = {
  ours: [
    [0.9, 0.8],
    [1, 0.6],
    [0.7, 1],
  ],
  theirs: [
    [0.2, 0.5],
    [0.4, 0.9],
  ],
}

describe('rapref stats', () => {
  test('answers one document: numbers for each algorithm, and who improves on whom', async () => {
    const { code, stdout } = await statsOf(JSON.stringify(good), '--json --thresholds 0.5,0.95')
    expect(code).toBe(0)
    const document = JSON.parse(stdout)
    expect(Object.keys(document)).toEqual(['ours', 'theirs', 'probabilityOfImprovement'])
    expect(document.ours).toMatchObject({
      scores: 6,
      tasks: 2,
      iqm: expect.closeTo(0.85),
      mean: expect.closeTo(0.8333, 4),
      optimalityGap: expect.closeTo(0.1667, 4),
      profile: { thresholds: [0.5, 0.95], shares: [1, expect.closeTo(1 / 3)] },
    })
    const [low, high] = document.ours.iqmInterval
    expect(low).toBeLessThan(0.85)
    expect(high).toBeGreaterThan(0.85)
    const { ours, theirs } = document.probabilityOfImprovement
    expect(ours.theirs.probability).toBeCloseTo(5 / 6, 12)
    expect(ours.theirs.probability + theirs.ours.probability).toBeCloseTo(1, 12)
    expect(ours.theirs.interval).toHaveLength(2)
  })

  test('gives the same document again, and other intervals with another seed', async () => {
    const text = JSON.stringify({ ours: [[0.13], [0.72], [0.99], [0.41], [0.57], [0.86]] })
    const once = await statsOf(text, '--json')
    expect((await statsOf(text, '--json')).stdout).toBe(once.stdout)
    expect((await statsOf(text, '--json --seed 2')).stdout).not.toBe(once.stdout)
  })

  test('does not change the intervals of one algorithm for another that joins', async () => {
    const alone = JSON.parse((await statsOf(JSON.stringify({ ours: good.ours }), '--json')).stdout)
    const both = JSON.parse((await statsOf(JSON.stringify(good), '--json')).stdout)
    expect(both.ours).toEqual(alone.ours)
  })

  test('prints two tables for people', async () => {
    const { stdout } = await statsOf(JSON.stringify(good))
    expect(stdout).toMatch(/^algorithm {2}interquartile mean +mean/)
    expect(stdout).toMatch(/ours +0\.850 \[0\.\d{3}, 0\.\d{3}\]/)
    expect(stdout).toMatch(/better +than +probability\nours +theirs +0\.833/)
  })
})

describe('what is wrong with a file is said, and where', () => {
  const cases: readonly (readonly [found: string, text: string, said: RegExp])[] = [
    ['ragged rows', '{ "a": [[1, 2], [3]] }', /"a", run 2 has 1 task, run 1 has 2; expected a score of every run/],
    ['NaN', '{ "a": [[NaN]] }', /is no JSON \(.*\); NaN and Infinity are not JSON; leave out runs without a score/],
    ['null', '{ "a": [[1, null]] }', /"a", run 1, task 2 is null; expected a number/],
    ['a number too large', '{ "a": [[1e999]] }', /"a", run 1, task 1 is Infinity; expected a number/],
    ['a text', '{ "a": [["1"]] }', /"a", run 1, task 1 is the string "1"; expected a number/],
    [
      'a flat list',
      '{ "a": [1, 2] }',
      /"a", run 1 is 1; expected a list with a number for each task, such as \[0\.5\]/,
    ],
    ['an object of tasks', '{ "a": { "b": [1] } }', /"a" is an object; expected a list of runs/],
    ['no runs', '{ "a": [] }', /"a" has no runs; expected at least one row of scores/],
    ['no scores', '{ "a": [[]] }', /"a", run 1 has no scores; expected a number for each task/],
    ['no algorithm', '{}', /names no algorithm; expected \{ "algorithm": \[\[run 1, task 1\]/],
    ['a list', '[[1]]', /holds a list; expected \{ "algorithm"/],
    [
      'unequal tasks',
      '{ "a": [[1]], "b": [[1, 2]] }',
      /"b" has 2 tasks, "a" has 1; expected the same tasks, in the same/,
    ],
    ['a name that is taken', '{ "probabilityOfImprovement": [[1]] }', /give it another name/],
  ]

  test.each(cases)('%s', async (_, text, said) => {
    const { code, stderr, stdout } = await statsOf(text)
    expect(code).toBe(2)
    expect(stderr).toMatch(said)
    expect(stdout).toBe('')
  })

  test('an option that is no number', async () => {
    const { code, stderr } = await statsOf('{ "a": [[1]] }', '--thresholds 0.5,high')
    expect(code).toBe(2)
    expect(stderr).toBe('rapref: --thresholds holds "high"; expected a number, such as 0.9\n')
  })
})
