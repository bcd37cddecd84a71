import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { decodeRecording } from '../../../sim/recording-codec.ts'
import { type } from '../../support/command-line.ts'

let out: string
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'record-'))
})
afterEach(() => rmSync(out, { recursive: true }))

test('the expert is recorded, and the document says how it did', async () => {
  const { code, stdout, stderr } = await type(
    `record drawer-open --episodes 2 --horizon 120 --seed 7 --json --out ${out}`,
  )
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toEqual([
    {
      task: 'drawer-open',
      episodes: 2,
      successAny: 1,
      successLast: 1,
      firstSuccessMedian: expect.any(Number),
      return: expect.any(Number),
      stepsPerSecond: expect.any(Number),
    },
  ])
  const [folder = ''] = readdirSync(out)
  expect(folder).toMatch(/^drawer-open-expert-\d{8}-\d{6}$/)
  expect(stderr).toContain(`wrote ${join(out, folder)}`)
  const recordings = join(out, folder, 'recordings')
  expect(readdirSync(recordings)).toEqual(['7.rec', '8.rec'])
  const recording = decodeRecording(readFileSync(join(recordings, '7.rec')))
  expect(recording).toMatchObject({ task: 'drawer-open', seed: 7, policy: 'expert' })
  expect(recording.rewards).toHaveLength(120)
})

test('the random policy fails, without a first success', async () => {
  const { stdout } = await type(`record push --policy random --episodes 1 --horizon 30 --json --out ${out}`)
  expect(JSON.parse(stdout)).toMatchObject([{ successAny: 0, successLast: 0, firstSuccessMedian: null }])
})

test('an unknown task or policy lists the known ones', async () => {
  expect(await type('record psh')).toMatchObject({ code: 2, stderr: expect.stringContaining('did you mean "push"?') })
  const { code, stderr } = await type('record push --policy exprt')
  expect(code).toBe(2)
  expect(stderr).toContain('"exprt": did you mean "expert"?')
})

test('an interrupted recording keeps the whole episodes and says so', async () => {
  const { code, stderr } = await type(`record push --episodes 3 --out ${out}`, { signal: AbortSignal.abort() })
  expect(code).toBe(1)
  expect(stderr).toContain('stopped; 0 whole recordings are in ')
})

test('the robot whose arm is drawn is noted in each recording, and an unknown one is refused before anything is written', async () => {
  expect(await type(`record reach --robot swayer --episodes 1 --out ${out}`)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('unknown robot "swayer": did you mean "sawyer"? Known: panda, sawyer.'),
  })
  expect(readdirSync(out)).toEqual([])
  expect(await type(`record reach --robot sawyer --episodes 1 --horizon 10 --out ${out}`)).toMatchObject({ code: 0 })
  const [folder = ''] = readdirSync(out)
  const { options } = decodeRecording(readFileSync(join(out, folder, 'recordings', '0.rec')))
  expect(options).toEqual({ horizon: 10, physics: 'accurate', actionRepeat: 1, robot: 'sawyer' })
})
