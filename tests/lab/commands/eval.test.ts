import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type } from '../../support/command-line.ts'
import { temporaryFolder } from '../../support/smoke-run.ts'

const folder = temporaryFolder()
const run = `${folder.path}/first`
beforeAll(async () => {
  const { code, stderr } = await type(`train smoke --name first --runs ${folder.path}`)
  expect(stderr).toBe('')
  expect(code).toBe(0)
})
afterAll(() => folder.clean())

test('a run is measured on held-out seeds, for a program and for a person', async () => {
  const { code, stdout } = await type(`eval ${run} --episodes 3 --json`)
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toEqual({
    task: 'drawer-open',
    episodes: 3,
    success: expect.any(Number),
    successInterval: [expect.any(Number), expect.any(Number)],
    successLast: expect.any(Number),
    return: expect.any(Number),
  })
  expect((await type(`eval ${run} --episodes 3`)).stdout).toMatch(
    /drawer-open: success [\d.]+% \(95% interval [\d.]+% to [\d.]+%\)\n {2}at the last step [\d.]+%, return [\d.]+, 3 episodes\n$/,
  )
})

test('its policy plays its own task, as it was trained, and no other', async () => {
  const out = `${folder.path}/recordings`
  const { code, stdout } = await type(`record drawer-open --policy ${run} --episodes 1 --out ${out} --json`)
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject([{ task: 'drawer-open', episodes: 1 }])
  const other = await type(`record push --policy ${run} --out ${out}`)
  expect(other.code).toBe(2)
  expect(other.stderr).toMatch(
    /first after \d+ steps has learned drawer-open, not push; type: rapref record drawer-open/,
  )
})

test('its report is written again, the same but for the clips', async () => {
  const before = readFileSync(`${run}/report.html`, 'utf8')
  const { code, stdout } = await type(`report ${run} --clips 0 --json`)
  expect(code).toBe(0)
  const bytes = Buffer.byteLength(before)
  expect(JSON.parse(stdout)).toEqual({ report: `${run}/report.html`, bytes, runs: 1, finished: 1, files: [] })
  expect(readFileSync(`${run}/report.html`, 'utf8')).toBe(before)
})

test('a folder without a run is named', async () => {
  const { code, stderr } = await type(`eval ${folder.path}`)
  expect(code).toBe(2)
  expect(stderr).toContain(`found no run in ${folder.path} (no meta.json)`)
})
