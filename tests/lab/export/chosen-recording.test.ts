import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { besides, chosenRecording } from '../../../lab/export/chosen-recording.ts'
import { encodeRecording } from '../../../sim/recording-codec.ts'
import { movingRecording } from '../../support/moving-recording.ts'
import { temporaryFolder } from '../../support/smoke-run.ts'

const folder = temporaryFolder()
const run = `${folder.path}/first`
const log = () => {}
const ask = (path: string, clip?: string) => chosenRecording({ path, out: undefined, clip, log })

beforeAll(() => {
  mkdirSync(`${run}/recordings`, { recursive: true })
  for (const seed of [9, 10, 2]) {
    const file = `${run}/recordings/${seed}.rec`
    writeFileSync(file, encodeRecording(movingRecording({ seed })))
    utimesSync(file, 1000, seed === 2 ? 1000 : 2000)
  }
  writeFileSync(`${run}/recordings/10.gif`, '')
})
afterAll(() => folder.clean())

test('a file is itself; of a run it is the newest, of one instant the last by number; or the one that is named', async () => {
  expect((await ask(`${run}/recordings/9.rec`)).recording.seed).toBe(9)
  expect((await ask(run)).file).toBe(`${run}/recordings/10.rec`)
  expect((await ask(run, '2')).recording.seed).toBe(2)
})

test('what is not there, or damaged, is said by name', async () => {
  await expect(ask(`${folder.path}/nothing`)).rejects.toThrow(/^found nothing at .*nothing, expected a recording/)
  await expect(ask(folder.path)).rejects.toThrow(
    /^found no recordings in .*recordings, expected files that end in .rec/,
  )
  await expect(ask(run, '12')).rejects.toThrow('unknown clip "12": did you mean "10"? Known: 10, 2, 9.')
  writeFileSync(`${folder.path}/torn.rec`, encodeRecording(movingRecording()).subarray(0, 500))
  await expect(ask(`${folder.path}/torn.rec`)).rejects.toThrow(/torn\.rec: the recording is truncated: /)
})

test('the file to write lies beside the recording', () => {
  expect(besides('runs/a/recordings/7.rec', 'mp4')).toBe('runs/a/recordings/7.mp4')
  expect(besides('odd', 'gif')).toBe('odd.gif')
})
