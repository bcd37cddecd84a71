// Fits the reward model to all answers so far.

import { LossError } from '../../agents/errors.ts'
import type { FitReport } from '../../rewards/models/fit.ts'
import type { RowStatistics } from '../../rewards/segments/row-statistics.ts'
import type { PreferenceLaboratory } from './laboratory.ts'
import { unlabelledRows } from './unlabelled.ts'

export async function fitReward(lab: PreferenceLaboratory): Promise<void> {
  const { config, counters, preferences, monitor } = lab
  const { pairs, reward } = preferences
  const { steps, epochs, accuracy } = config.reward
  const limits = { atMost: { steps, epochs }, stopAtAccuracy: accuracy }
  const report = await reward.fit(pairs.training(), statisticsOf(lab), limits, unlabelledRows(lab))
  if (report.steps > 0 && !Number.isFinite(report.loss)) throw rewardDiverged(report, counters.updates)
  const heldOut = pairs.heldOut()
  monitor.fitted(counters, report, heldOut.length === 0 ? undefined : await reward.score(heldOut))
}

function rewardDiverged({ loss, steps }: FitReport, update: number): LossError {
  return new LossError({ learner: 'reward', loss: `loss after ${steps} steps`, value: loss, update })
}

/** What the reward model's inputs are normalised by. */
export function statisticsOf({ config, preferences }: PreferenceLaboratory): RowStatistics {
  const { episodes, reward } = preferences
  return config.reward.normalise === 'data' ? episodes.statistics() : unchangedStatistics(reward.inputSize)
}

/** Statistics that normalise nothing. */
export function unchangedStatistics(size: number): RowStatistics {
  return { mean: new Float32Array(size), deviation: new Float32Array(size).fill(1) }
}
