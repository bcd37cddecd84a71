import { request } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Recording } from '../../../sim/recording.ts'
import { encodeRecording } from '../../../sim/recording-codec.ts'
import { startViewer, type Viewer } from '../../../viewer/server/viewer.ts'
import { movingRecording } from '../../support/moving-recording.ts'

const type = { 'Content-Type': 'application/octet-stream' }
const good = Buffer.from(encodeRecording(movingRecording({ seed: 4 })))
const taken: Recording[] = []
let viewer: Viewer
let plain: Viewer

beforeAll(async () => {
  const common = { port: 0, pageFolder: '.', log: () => {} }
  plain = await startViewer(common)
  viewer = await startViewer({
    ...common,
    async keepDemonstration(recording) {
      taken.push(recording)
      return recording.seed === 4 ? { kept: true, said: 'kept' } : { kept: false, said: 'not kept: it differs' }
    },
  })
})
beforeEach(() => void taken.splice(0))
afterAll(async () => {
  await viewer.close()
  await plain.close()
})

const send = (body: Uint8Array, headers: Record<string, string> = type, to = viewer) =>
  fetch(`${to.address}demonstrations`, { method: 'POST', headers, body: new Uint8Array(body) })

test('a whole recording is handed on, and the answer is what became of it', async () => {
  const answer = await send(good)
  expect([answer.status, await answer.text()]).toEqual([200, 'kept\n'])
  expect(taken.map(({ seed }) => seed)).toEqual([4])
  const refused = await send(encodeRecording(movingRecording({ seed: 5 })))
  expect([refused.status, await refused.text()]).toEqual([422, 'not kept: it differs\n'])
})

test('damaged and foreign bytes are refused with what is wrong, and nobody is bothered', async () => {
  const torn = await send(good.subarray(0, 300))
  expect(torn.status).toBe(400)
  expect(await torn.text()).toMatch(/^the recording is truncated: /)
  const foreign = await send(Buffer.from('GIF89a'))
  expect(await foreign.text()).toMatch(/^the recording is no recording: /)
  expect(taken).toEqual([])
})

test('pages of other origins, other types and other methods are refused', async () => {
  expect((await send(good, { ...type, Origin: 'http://evil.example' })).status).toBe(403)
  expect((await send(good, { 'Content-Type': 'text/plain' })).status).toBe(415)
  expect((await fetch(`${viewer.address}demonstrations`)).status).toBe(405)
  expect((await fetch(`${viewer.address}demonstrations/../x`, { method: 'PUT' })).status).toBe(405)
  expect(taken).toEqual([])
})

test('too large a body is refused by its stated length, and by its real one', async () => {
  const large = 16 * 1024 * 1024 + 1
  expect(await statusOf({ ...type, 'Content-Length': String(large) }, 1)).toBe(413)
  expect(await statusOf({ ...type, 'Transfer-Encoding': 'chunked' }, large)).toBe(413)
  expect(taken).toEqual([])
  expect((await send(good)).status).toBe(200)
})

/** Sends so many bytes under headers that `fetch` would not let go out. */
function statusOf(headers: Record<string, string>, bytes: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const asking = request(`${viewer.address}demonstrations`, { method: 'POST', headers }, (response) => {
      resolve(response.statusCode)
      response.resume()
      asking.destroy()
    })
    asking.on('error', () => {})
    asking.write(Buffer.alloc(bytes))
  })
}

test('a server that wants none says who does', async () => {
  const answer = await send(good, type, plain)
  expect([answer.status, await answer.text()]).toEqual([404, 'this server keeps no demonstrations; rapref view does\n'])
})
