import { describe, expect, it } from 'vitest'
import { recordEpisode, verifyRecording } from '../../envs/record.ts'
import { makeEnv } from '../../envs/registry.ts'
import { decodeRecording, encodeRecording } from '../../sim/recording-codec.ts'
import { makePointEnv } from '../support/point-env.ts'

async function pointRecording(options = {}) {
  const env = await makePointEnv('point', { horizon: 25, ...options })
  const recording = await recordEpisode(env, () => env.expert(), { seed: 3, policy: 'expert', hashEvery: 10 })
  env.dispose()
  return recording
}

describe('recordEpisode', () => {
  it('writes down everything that happened', async () => {
    const recording = await pointRecording()
    expect(recording).toMatchObject({ task: 'point', engine: 'point 1', seed: 3, policy: 'expert', actionSize: 3 })
    expect(recording.actions.length).toBe(25 * 3)
    expect(recording.rewards.length).toBe(25)
    expect(recording.terms.names).toEqual(['near', 'reached'])
    expect(recording.terms.values.length).toBe(25 * 2)
    expect(recording.hashes.values.length).toBe(3)
    expect(recording.success.at(-1)).toBe(1)
    // The state after reset, then one frame every two actions.
    expect(recording.poses).toMatchObject({ interval: 1 / 40 })
    expect(recording.poses.values.length).toBe(13 * 7)
  })

  it('draws one frame an action where actions are held longer than a frame', async () => {
    const recording = await pointRecording({ actionRepeat: 5 })
    expect(recording.poses.interval).toBe(5 / 80)
    expect(recording.poses.values.length).toBe(6 * 7)
  })

  it('hashes the last state once when the episode is a multiple of the interval', async () => {
    const recording = await pointRecording({ horizon: 20 })
    expect(recording.hashes.values.length).toBe(2)
  })

  it('waits for a policy that takes its time', async () => {
    const env = await makePointEnv('point', { horizon: 4 })
    const act = async () => Float32Array.of(0.5, 0, 0)
    const { actions } = await recordEpisode(env, act, { seed: 1, policy: 'slow' })
    expect([...actions]).toEqual([0.5, 0, 0, 0.5, 0, 0, 0.5, 0, 0, 0.5, 0, 0])
    env.dispose()
  })
})

describe('verifyRecording', () => {
  it('finds the recording of a real task identical after it went through bytes', async () => {
    const env = await makeEnv('push', { horizon: 60 })
    const recording = await recordEpisode(env, () => env.expert(), { seed: 11, policy: 'expert' })
    env.dispose()
    expect(await verifyRecording(decodeRecording(encodeRecording(recording)))).toEqual({
      verdict: 'identical',
      steps: 60,
    })
  })

  it('finds one changed action of a real task at its step', async () => {
    const env = await makeEnv('push', { horizon: 40 })
    const recording = await recordEpisode(env, () => env.expert(), { seed: 11, policy: 'expert', hashEvery: 1 })
    env.dispose()
    recording.actions[4 * 17 + 1]! *= 0.5
    expect(await verifyRecording(recording)).toMatchObject({ verdict: 'differs', step: 17, what: 'state' })
  })

  it('names both engines when the recording is of another build', async () => {
    const recording = { ...(await pointRecording()), engine: 'point 0' }
    expect(await verifyRecording(recording, makePointEnv)).toEqual({
      verdict: 'other-engine',
      expected: 'point 0',
      found: 'point 1',
    })
  })
})
