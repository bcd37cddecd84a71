import { beforeAll, expect, test } from 'vitest'
import { recordEpisode } from '../../../../envs/record.ts'
import { makeEnv } from '../../../../envs/registry.ts'
import type { Recording } from '../../../../sim/recording.ts'
import { liveWorlds } from '../../../../sim/world.ts'
import { resimulate } from '../../../../viewer/client/replay/resimulate.ts'

let recording: Recording

beforeAll(async () => {
  const env = await makeEnv('push', { horizon: 30, actionRepeat: 2 })
  recording = await recordEpisode(env, () => env.expert(), { seed: 3, policy: 'expert' })
  env.dispose()
})

test('what happens again brings no second track', async () => {
  const { verdict, again } = await resimulate(recording, makeEnv)
  expect(verdict).toEqual({ verdict: 'identical', steps: 15 })
  expect(again).toBeUndefined()
})

test('what differs brings poses that are the recorded ones until then, frame by frame, and others after', async () => {
  const actions = recording.actions.slice()
  actions[4 * 8] = -actions[4 * 8]!
  const { verdict, again } = await resimulate({ ...recording, actions }, makeEnv)
  expect(verdict).toMatchObject({ verdict: 'differs', step: 8 })
  const { values } = recording.poses
  const width = 7 * recording.scene.bodies.length
  expect(again).toHaveLength(values.length)
  // A frame for each action of two control steps.
  expect(again!.subarray(0, 9 * width)).toEqual(values.subarray(0, 9 * width))
  expect(again!.subarray(9 * width, 10 * width)).not.toEqual(values.subarray(9 * width, 10 * width))
})

test('an episode that is over sooner ends its track there', async () => {
  const { verdict, again } = await resimulate({ ...recording, options: { ...recording.options, horizon: 20 } }, makeEnv)
  expect(verdict).toMatchObject({ verdict: 'differs', what: 'length', step: 9 })
  expect(again!.length / (7 * recording.scene.bodies.length)).toBe(11)
})

test('no world is left behind, not even by an action that is refused', async () => {
  const before = liveWorlds()
  await resimulate({ ...recording, seed: 4 }, makeEnv)
  const wild = { ...recording, actions: recording.actions.map(() => Number.NaN) }
  await expect(resimulate(wild, makeEnv)).rejects.toThrow('the action [0] is NaN')
  expect(liveWorlds()).toBe(before)
})
