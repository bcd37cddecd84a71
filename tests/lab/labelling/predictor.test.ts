import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordEpisode } from '../../../envs/record.ts'
import { makeEnv } from '../../../envs/registry.ts'
import { views } from '../../../envs/views/views.ts'
import { overrideLayer } from '../../../lab/config/layers.ts'
import { resolveConfig } from '../../../lab/config/load.ts'
import { type Predictor, predictorOf } from '../../../lab/labelling/predictor.ts'
import type { Recording } from '../../../sim/recording.ts'

const config = resolveConfig(
  overrideLayer(['task=reach', 'horizon=40', 'actionRepeat=2', 'reward.inputs=state-action']),
)
let recording: Recording
/** Views of all observations, the first included. */
const seen: Float32Array[] = []
let predictor: Predictor

beforeAll(async () => {
  const { task, horizon, physics, actionRepeat, robot } = config
  const env = await makeEnv(task, { horizon, physics, actionRepeat, robot })
  const size = env.observationSpace.low.length
  const look = (observation: Float32Array) => {
    const view = new Float32Array(views[config.view].size(size))
    views[config.view].apply(observation, 1, size, view)
    seen.push(view)
  }
  const act = (observation: Float32Array) => {
    look(observation)
    return env.expert()
  }
  recording = await recordEpisode(env, act, { seed: 3, policy: 'expert' })
  env.dispose()
  /** Members that say the row's first number, and three times that. */
  const reward = {
    members: 2,
    memberRewards: async (rows: Float32Array, count: number) => {
      const firsts = Array.from({ length: count }, (_, row) => rows[(row * rows.length) / count]!)
      return Float32Array.from([...firsts, ...firsts.map((value) => 3 * value)])
    },
  }
  predictor = await predictorOf({ config, reward })
})

afterAll(() => predictor.dispose())

test('the model reads what each decision of the window led to, from the episode simulated again', async () => {
  const { mean, deviation, returns } = await predictor.rewardOf({ episode: 'e', start: 5, length: 4 }, recording)
  const led = [6, 7, 8, 9].map((step) => seen[step]![0]!)
  expect(new Set(led).size).toBe(4)
  for (const [step, value] of led.entries()) {
    expect(mean[step]).toBeCloseTo(2 * value, 5)
    expect(deviation[step]).toBeCloseTo(Math.abs(value), 5)
  }
  const sum = led.reduce((total, value) => total + value, 0)
  expect(returns[0]).toBeCloseTo(sum, 5)
  expect(returns[1]).toBeCloseTo(3 * sum, 5)
})

test('a recording that does not happen again is not judged', async () => {
  const hashes = { every: recording.hashes.every, values: recording.hashes.values.map(() => 'other') }
  await expect(predictor.rewardOf({ episode: 'e', start: 0, length: 4 }, { ...recording, hashes })).rejects.toThrow(
    'episode e',
  )
})
