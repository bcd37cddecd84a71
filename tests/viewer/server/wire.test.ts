// What labelling costs on the wire, with numbers.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { recordEpisode } from '../../../envs/record.ts'
import { makeEnv, tasks } from '../../../envs/registry.ts'
import { encodeClip } from '../../../viewer/protocol/frames.ts'
import { segmentFrame } from '../../../viewer/server/segment-frame.ts'
import { startViewer, type Viewer } from '../../../viewer/server/viewer.ts'
import { recordingOf } from '../../support/recordings-to-judge.ts'
import { scriptedLabeller } from '../../support/scripted-labeller.ts'
import { type SlowLine, slowLine } from '../../support/slow-line.ts'
import { someLabelling } from '../../support/some-labelling.ts'
import { openPage } from '../../support/viewer-page.ts'

const kB = 1024

let folder: string
let viewer: Viewer
let line: SlowLine | undefined

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapref-wire-'))
  viewer = await startViewer({ port: 0, pageFolder: folder, log: () => {} })
})

afterEach(async () => {
  await line?.close()
  await viewer.close()
  await rm(folder, { recursive: true })
})

test('a clip of any task, at up to 30 frames a second, costs at most 64 kB a second, scene and arm included', async () => {
  const steps = 80
  const costs: number[] = []
  for (const { id } of tasks) {
    const env = await makeEnv(id, { horizon: steps })
    const still = new Float32Array(env.actionSpace.low.length)
    const recording = await recordEpisode(env, () => still, { seed: 0, policy: 'nobody' })
    env.dispose()
    const frame = segmentFrame({
      question: 'q',
      member: 0,
      segment: { episode: id, start: 0, length: steps },
      recording,
    })!
    // A suite that moves less often than that has all its poses in the clip.
    expect(1 / frame.interval).toBeGreaterThan(Math.min(26, 0.99 / recording.poses.interval))
    costs.push(encodeClip(frame).length / Math.max(1, frame.frames * frame.interval))
  }
  expect(costs.length).toBeGreaterThanOrEqual(50)
  expect(Math.max(...costs)).toBeLessThan(64 * kB)
})

test('a page on a line of 10 kB/s makes nothing grow on the server, and delays nobody', async () => {
  const recording = recordingOf({ steps: 20_000 })
  const segment = { episode: 'long', start: 0, length: 20_000 }
  const clip = async () => segmentFrame({ question: 'q', member: 0, segment, recording })
  viewer.openDesk(await someLabelling({ questions: 60, wanted: 60, change: { clip } }))
  line = await slowLine({ to: viewer.port, bytesPerSecond: 10 * kB })
  const slow = await openPage({ port: line.port })
  slow.say({ type: 'label-sit', seat: 'slow', holding: [] })
  await slow.hear('label-offer')
  // 32 clips of 370 kB: what waits is made when its turn comes.
  for (let i = 0; i < 16; i++) {
    for (const member of [0, 1]) slow.say({ type: 'clip', run: 'label:', clip: `q${i}.${member}` })
  }
  let most = 0
  const quick = scriptedLabeller({
    annotator: 'quick',
    onSaved: () => {
      most = Math.max(most, viewer.load().bufferedBytes)
    },
  })
  await expect.poll(() => viewer.load().waiting, { timeout: 30_000 }).toBeGreaterThan(10)
  const carriedBefore = line.carried
  await quick.connect(viewer.port)
  // The slow page holds three questions; the others are all answered while it receives less than one clip.
  await expect.poll(() => quick.saved.size, { timeout: 60_000 }).toBe(57)
  expect(line.carried - carriedBefore).toBeLessThan(370 * kB)
  expect(most).toBeLessThan(600 * kB)
  quick.disconnect()
  slow.socket.terminate()
}, 120_000)
