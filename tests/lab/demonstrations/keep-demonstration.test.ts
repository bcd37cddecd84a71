import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordEpisode } from '../../../envs/record.ts'
import { makeEnv } from '../../../envs/registry.ts'
import { demonstrationKeeper } from '../../../lab/demonstrations/keep-demonstration.ts'
import type { Recording } from '../../../sim/recording.ts'
import { encodeRecording } from '../../../sim/recording-codec.ts'
import { temporaryFolder } from '../../support/smoke-run.ts'

const folder = temporaryFolder()
const keep = demonstrationKeeper(folder.path)
const place = `${folder.path}/demonstrations`
let demonstration: Recording

beforeAll(async () => {
  const env = await makeEnv('push', { horizon: 30 })
  demonstration = await recordEpisode(env, () => env.expert(), { seed: 3, policy: 'person' })
  env.dispose()
})
afterAll(() => folder.clean())

const send = (recording: Recording) => keep(recording, encodeRecording(recording))

test.each<[string, (recording: Recording) => Partial<Recording>, RegExp]>([
  [
    'another action',
    ({ actions }) => ({ actions: actions.map((value, at) => (at === 40 ? -value : value)) }),
    /differs at step/,
  ],
  ['another seed', () => ({ seed: 4 }), /differs at step/],
  ['another engine', () => ({ engine: 'other 1' }), /recorded with other 1, this server has rapier/],
  ['a task that is none', () => ({ task: '../push' }), /unknown task "\.\.\/push"/],
  ['an action that is none', ({ actions }) => ({ actions: actions.map(() => 2) }), /the action \[0\] is 2/],
])('with %s it is not kept', async (_, change, why) => {
  const { kept, said } = await send({ ...demonstration, ...change(demonstration) })
  expect(said).toMatch(why)
  expect(kept).toBe(false)
  expect(existsSync(place)).toBe(false)
})

test('what happens again bit for bit is kept as the bytes that were sent, once', async () => {
  for (let time = 0; time < 2; time++) {
    const { kept, said } = await send(demonstration)
    expect(kept).toBe(true)
    expect(said).toContain(`kept as ${place}`)
  }
  const [file, ...more] = readdirSync(place)
  expect(more).toEqual([])
  expect(file).toMatch(/^push-3-[0-9a-f]{12}\.rec$/)
  expect(readFileSync(`${place}/${file}`).equals(encodeRecording(demonstration))).toBe(true)
})
