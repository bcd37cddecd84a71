import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { encodeRecording } from '../../../sim/recording-codec.ts'
import { readRecording, recordingIds } from '../../../viewer/server/recording-file.ts'
import { movingRecording } from '../../support/moving-recording.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapref-recordings-'))
  await writeFile(join(folder, 'step-100.rec'), encodeRecording(movingRecording({ seed: 5 })))
  await writeFile(join(folder, 'notes.txt'), 'notes')
})

afterEach(() => rm(folder, { recursive: true }))

test('recordings are found by their ending', async () => {
  expect(await recordingIds(folder)).toEqual(['step-100'])
  expect(await recordingIds(join(folder, 'nothing'))).toEqual([])
})

test('a recording is read by its id', async () => {
  expect((await readRecording(folder, 'step-100'))?.seed).toBe(5)
  expect(await readRecording(folder, 'step-200')).toBeUndefined()
})

test('an id cannot lead out of the folder', async () => {
  await writeFile(join(folder, '..', 'outside.rec'), encodeRecording(movingRecording()))
  expect(await readRecording(folder, '../outside')).toBeUndefined()
  await rm(join(folder, '..', 'outside.rec'))
})

test('a damaged recording is an error', async () => {
  await writeFile(join(folder, 'torn.rec'), encodeRecording(movingRecording()).subarray(0, 100))
  await expect(readRecording(folder, 'torn')).rejects.toThrow()
})
