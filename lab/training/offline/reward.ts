// The reward of an offline run: fitted once, and written into the learner's memory.

import { chooseExecutor } from '../../../agents/tensor/executors/choose.ts'
import type { RewardModel, SavedTensors } from '../../../rewards/contract.ts'
import type { FitLimits, FitReport } from '../../../rewards/models/fit.ts'
import { createGaussianReward } from '../../../rewards/models/gaussian/gaussian.ts'
import { gaussianSettings } from '../../../rewards/models/gaussian/settings.ts'
import type { PairScore } from '../../../rewards/models/pair-score.ts'
import { rescaling } from '../../../rewards/rescaling.ts'
import type { LabelledPair } from '../../../rewards/segments/labelled-pairs.ts'
import { type RowStatistics, rowStatistics } from '../../../rewards/segments/row-statistics.ts'
import { unchangedStatistics } from '../fit-reward.ts'
import { makeReward } from '../preferences.ts'
import { writeReward } from '../reward-file.ts'
import { rowSize } from '../rows.ts'
import type { OfflineLaboratory } from './laboratory.ts'

/** A reward model that learns from labelled pairs. */
export interface LearnedReward extends RewardModel {
  fit(pairs: readonly LabelledPair[], statistics: RowStatistics, limits: FitLimits): Promise<FitReport>
  score(pairs: readonly LabelledPair[]): Promise<PairScore>
  save(): SavedTensors
}

/** Fits a reward model to all labels, and the learner's memory has its rewards from then on. */
export async function fitOnce(lab: OfflineLaboratory): Promise<void> {
  const { config, counters, pairs, monitor, run } = lab
  const model = await makeModel(lab)
  try {
    const { steps, epochs, accuracy } = config.reward
    const limits = { atMost: { steps, epochs }, stopAtAccuracy: accuracy }
    const report = await model.fit(pairs.training(), statisticsOf(lab), limits)
    const heldOut = pairs.heldOut()
    monitor.fitted(counters, report, heldOut.length === 0 ? undefined : await model.score(heldOut))
    await relabelOnce(lab, model)
    await writeReward(run, model.save())
  } finally {
    await model.dispose()
  }
}

async function makeModel({ config, rowSizes, streams }: OfflineLaboratory): Promise<LearnedReward> {
  if (config.pearl.model === 'bradley-terry') return makeReward(config, rowSizes, streams, {})
  const { members, depth, width, learningRate, batch } = config.reward
  return createGaussianReward({
    sizes: { input: rowSize(rowSizes), length: config.session.segment },
    settings: gaussianSettings.parse({ members, depth, width, learningRate, batch }),
    executor: await chooseExecutor(config.device),
    random: streams.reward,
  })
}

function statisticsOf({ config, rows, rowSizes }: OfflineLaboratory): RowStatistics {
  const size = rowSize(rowSizes)
  return config.reward.normalise === 'data' ? rowStatistics(rows.values(), size) : unchangedStatistics(size)
}

async function relabelOnce(lab: OfflineLaboratory, model: RewardModel): Promise<void> {
  const { target, rows, practice, counters, episodeSteps, monitor } = lab
  const learned: Float32Array[] = []
  for (const { id, steps } of target.episodes) learned.push((await model.estimate(rows.get(id)!, steps)).mean)
  monitor.correlated(counters, {
    learned: learned.flatMap((rewards) => [...rewards]),
    true: target.episodes.flatMap(({ rewards }) => [...rewards]),
  })
  const factor = rescaling(learned)
  learned.forEach((rewards, slot) => {
    practice.buffer.rewards.set(
      rewards.map((reward) => factor * reward),
      slot * episodeSteps,
    )
  })
  counters.relabellings++
}
