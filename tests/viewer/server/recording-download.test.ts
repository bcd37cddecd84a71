import { mkdirSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { encodeRecording } from '../../../sim/recording-codec.ts'
import { folderRuns } from '../../../viewer/server/folder-runs.ts'
import { recordingAskedFor } from '../../../viewer/server/recording-download.ts'
import { startViewer, type Viewer } from '../../../viewer/server/viewer.ts'
import { movingRecording } from '../../support/moving-recording.ts'
import { temporaryFolder } from '../../support/smoke-run.ts'

const folder = temporaryFolder()
const bytes = encodeRecording(movingRecording({ seed: 4 }))
let viewer: Viewer

beforeAll(async () => {
  for (const run of ['first', 'teachers/a b']) {
    mkdirSync(`${folder.path}/${run}/recordings`, { recursive: true })
    writeFileSync(`${folder.path}/${run}/meta.json`, '{}')
    writeFileSync(`${folder.path}/${run}/recordings/100-4.rec`, bytes)
  }
  writeFileSync(`${folder.path}/secret.rec`, bytes)
  const log = () => {}
  viewer = await startViewer({ port: 0, pageFolder: '.', source: folderRuns({ folder: folder.path, log }), log })
})
afterAll(async () => {
  await viewer.close()
  folder.clean()
})

test('the address names the run and the clip, also of a run in a folder of runs', () => {
  expect(recordingAskedFor('/runs/first/recordings/100-4.rec')).toEqual({ run: 'first', clip: '100-4' })
  expect(recordingAskedFor('/runs/teachers%2Fa%20b/recordings/1.rec?x')).toEqual({ run: 'teachers/a b', clip: '1' })
  for (const other of ['/runs/first/policy.onnx', '/runs/first/recordings/', '/runs/../recordings/a.rec', '/']) {
    expect(recordingAskedFor(other)).toBeUndefined()
  }
})

test('the file arrives byte for byte', async () => {
  for (const run of ['first', encodeURIComponent('teachers/a b')]) {
    const response = await fetch(`${viewer.address}runs/${run}/recordings/100-4.rec`)
    expect(response.headers.get('content-type')).toBe('application/octet-stream')
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true)
  }
})

test('what is not there is said by name, and nothing outside is reached', async () => {
  const ask = (path: string) => fetch(`${viewer.address}${path}`)
  const missing = await ask('runs/first/recordings/7.rec')
  expect([missing.status, await missing.text()]).toEqual([404, 'there is no recording "7" in run "first"\n'])
  expect((await ask('runs/none/recordings/100-4.rec')).status).toBe(404)
  for (const path of ['runs/first/recordings/..%2F..%2Fsecret.rec', 'runs/..%2F/recordings/secret.rec']) {
    expect([403, 404]).toContain((await ask(path)).status)
  }
})
