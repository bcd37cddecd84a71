// Fits the reward model to all answers so far.

import { LossError } from '../../agents/errors.ts'
import type { FitReport } from '../../rewards/models/fit.ts'
import type { RowStatistics } from '../../rewards/segments/row-statistics.ts'
import type { PreferenceLaboratory } from './laboratory.ts'

export async function fitReward({ config, counters, preferences, monitor }: PreferenceLaboratory): Promise<void> {
  const { episodes, pairs, reward } = preferences
  const statistics = config.reward.normalise === 'data' ? episodes.statistics() : unchanged(reward.inputSize)
  const report = await reward.fit(pairs.training(), statistics, {
    atMost: { steps: config.reward.steps },
    stopAtAccuracy: STOP_AT_ACCURACY,
  })
  if (report.steps > 0 && !Number.isFinite(report.loss)) throw rewardDiverged(report, counters.updates)
  const heldOut = pairs.heldOut()
  monitor.fitted(counters, report, heldOut.length === 0 ? undefined : await reward.score(heldOut))
}

function rewardDiverged({ loss, steps }: FitReport, update: number): LossError {
  return new LossError({ learner: 'reward', loss: `loss after ${steps} steps`, value: loss, update })
}

const STOP_AT_ACCURACY = 0.99

/** Statistics that normalise nothing. */
function unchanged(size: number): RowStatistics {
  return { mean: new Float32Array(size), deviation: new Float32Array(size).fill(1) }
}
