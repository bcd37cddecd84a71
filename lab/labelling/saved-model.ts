// The reward model that a run has learned, as it keeps it when it ends, or in its newest checkpoint.

import { designOf, methodNamed } from '../methods/methods.ts'
import { readRun } from '../run/read-run.ts'
import { makeReward } from '../training/preferences.ts'
import { readReward } from '../training/reward-file.ts'
import { createStreams } from '../training/streams.ts'
import { taskSizes, viewOf } from '../training/worlds.ts'
import { type Predictor, predictorOf } from './predictor.ts'

/** @param path the run's folder. @returns undefined where the run has learned no reward */
export async function savedPredictor(path: string): Promise<Predictor | undefined> {
  const { config } = readRun(path)
  const method = methodNamed(config.method)
  if (method.reward !== 'preferences') return undefined
  const saved = readReward(path)
  if (saved === undefined) return undefined
  const { sizes } = viewOf(config, await taskSizes(config.task))
  const rowSizes = { inputs: config.reward.inputs, ...sizes }
  const reward = await makeReward(config, rowSizes, createStreams(config.seed), designOf(method, config))
  reward.load(saved)
  const predictor = await predictorOf({ config, reward })
  return {
    rewardOf: predictor.rewardOf,
    async dispose() {
      await predictor.dispose()
      await reward.dispose()
    },
  }
}
