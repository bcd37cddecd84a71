import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { type } from '../../support/command-line.ts'
import { temporaryFolder } from '../../support/smoke-run.ts'
import { writeSomeRun } from '../../support/some-study.ts'

const folder = temporaryFolder()
const inside = (...names: string[]) => join(folder.path, ...names)
for (const seed of [1, 2]) {
  writeSomeRun(inside('runs'), { name: `few-${seed}`, settings: { seed, labels: 100 }, half: 90_000, ceiling: 0.7 })
  writeSomeRun(inside('runs'), { name: `many-${seed}`, settings: { seed }, half: 60_000, ceiling: 1 })
}
afterAll(folder.clean)

test('a folder of runs becomes a page, with tables and figures beside it that a program is told of', async () => {
  const { code, stdout } = await type(`report ${inside('runs')} --clips 0 --json`)
  expect(code).toBe(0)
  const document = JSON.parse(stdout)
  expect(document).toMatchObject({ report: inside('runs', 'report.html'), runs: 4, finished: 4 })
  const beside = readdirSync(inside('runs', 'report')).sort()
  expect(document.files.map((file: string) => file.slice(inside('runs', 'report').length + 1)).sort()).toEqual(beside)
  expect(beside).toEqual(
    expect.arrayContaining(['results.csv', 'results.tex', 'profile.svg', 'profile.png', 'success-drawer-open.svg']),
  )
  expect(readFileSync(inside('runs', 'report', 'results.csv'), 'utf8')).toMatch(
    /^condition,interquartile mean,interquartile mean low,interquartile mean high,mean,.*\r\nlabels=100,0\.\d+/,
  )
  const svg = readFileSync(inside('runs', 'report', 'profile.svg'), 'utf8')
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="500" height="280"/)
  expect(svg).not.toContain('var(--first)')
})

test('all of it is the same bytes when it is written again', async () => {
  const read = () =>
    readdirSync(inside('runs', 'report')).map((name) => readFileSync(inside('runs', 'report', name), 'hex'))
  const [page, files] = [readFileSync(inside('runs', 'report.html'), 'utf8'), read()]
  await type(`report ${inside('runs')} --clips 0`)
  expect(readFileSync(inside('runs', 'report.html'), 'utf8')).toBe(page)
  expect(read()).toEqual(files)
})

test('a single run keeps its own page, and several folders go where they are told', async () => {
  const { stdout } = await type(`report ${inside('runs', 'few-1')} --clips 0`)
  expect(stdout).toBe(`wrote ${inside('runs', 'few-1', 'report.html')} about 1 finished of 1 runs\n`)
  await type(`report ${inside('runs', 'few-1')} ${inside('runs', 'many-2')} --clips 0 --out ${inside('two.html')}`)
  expect(readFileSync(inside('two.html'), 'utf8')).toContain('2 finished')
  expect(existsSync(inside('two', 'results.csv'))).toBe(true)
})

test('what came out of each run is written for a README', async () => {
  const { stdout } = await type(`report ${inside('runs')} --results ${inside('labels.json')}`)
  expect(stdout).toBe(`wrote 4 runs to ${inside('labels.json')}\n`)
  const { runs, unfinished } = JSON.parse(readFileSync(inside('labels.json'), 'utf8'))
  expect(runs[0]).toMatchObject({ condition: 'labels=100', task: 'drawer-open', seed: 1, labels: 325 })
  expect(unfinished).toBe(0)
})

test('nothing to report on, and words beside --readme, are errors', async () => {
  const nothing = await type('report')
  expect(nothing).toMatchObject({ code: 2 })
  expect(nothing.stderr).toBe(
    'rapref: found nothing after rapref report, expected <folder> ...; for example: rapref report runs\n',
  )
  const beside = await type('report runs --readme')
  expect(beside).toMatchObject({ code: 2 })
  expect(beside.stderr).toBe('rapref: found "runs" beside --readme; type rapref report --readme alone\n')
})
