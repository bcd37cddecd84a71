import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { encodeRecording } from '../../../sim/recording-codec.ts'
import { recordingInDocument } from '../../../viewer/protocol/clip-document.ts'
import { type } from '../../support/command-line.ts'
import { movingRecording } from '../../support/moving-recording.ts'
import { temporaryFolder } from '../../support/smoke-run.ts'

const folder = temporaryFolder()
afterAll(() => folder.clean())

test('the page holds the recording byte for byte, all of its code, and no address to fetch from', async () => {
  const bytes = encodeRecording(movingRecording({ seed: 12 }))
  writeFileSync(`${folder.path}/12.rec`, bytes)
  const { code, stdout } = await type(`export ${folder.path}/12.rec --to html --json`)
  expect(code).toBe(0)
  const text = readFileSync(`${folder.path}/12.html`, 'utf8')
  expect(JSON.parse(stdout)).toMatchObject({
    to: 'html',
    file: `${folder.path}/12.html`,
    bytes: Buffer.byteLength(text),
  })
  const inside = /id="recording">([^<]+)<\/script>/.exec(text)![1]!
  expect(gunzipSync(recordingInDocument(inside)).equals(bytes)).toBe(true)
  expect(text).toContain('<title>reach · expert · 12</title>')
  expect(text).toContain("default-src 'none'")
  expect(text.match(/<(script|link|img)[^>]*\s(src|href)=/g)).toBeNull()
  expect(Buffer.byteLength(text)).toBeLessThan(1_000_000)
})
