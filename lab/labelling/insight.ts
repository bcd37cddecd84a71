// What is shown after an answer: the task's named terms, and the reward model's own view where there is a model.

import type { DeskQuestion } from '../../rewards/preference/desk-question.ts'
import type { SegmentRef } from '../../rewards/preference/preference.ts'
import type { Recording } from '../../sim/recording.ts'
import type { LabelInsight } from '../../viewer/protocol/label.ts'
import { RerunError } from '../training/person/simulate-again.ts'
import type { Predictor, SegmentReward } from './predictor.ts'
import type { Shelf } from './shelf.ts'

type ClipInsight = LabelInsight['clips'][number]

export async function insightInto(
  { id, segments }: DeskQuestion,
  { shelf, predictor }: { readonly shelf: Pick<Shelf, 'load'>; readonly predictor: Predictor | undefined },
): Promise<LabelInsight> {
  const recordings = await Promise.all(segments.map(({ episode }) => shelf.load(episode)))
  const rewards = predictor ? await rewardsOf(segments, recordings, predictor) : []
  const [first, second] = rewards
  return {
    question: id,
    prediction: first && second && segments.length === 2 ? predictionOf(first, second) : null,
    clips: segments.map((segment, member) => clipInsight(member, segment, recordings[member]!, rewards[member])),
  }
}

/** None where a recording does not happen again, as on another engine build: the terms are still true. */
async function rewardsOf(segments: readonly SegmentRef[], recordings: readonly Recording[], predictor: Predictor) {
  const rewards: SegmentReward[] = []
  try {
    for (const [member, segment] of segments.entries()) {
      rewards.push(await predictor.rewardOf(segment, recordings[member]!))
    }
    return rewards
  } catch (error) {
    if (error instanceof RerunError) return []
    throw error
  }
}

function clipInsight(member: number, segment: SegmentRef, recording: Recording, reward?: SegmentReward): ClipInsight {
  const { names, values } = recording.terms
  const terms = names.map((name, column) => ({
    name,
    values: stepsOf(segment).map((step) => rounded(values[step * names.length + column]!)),
  }))
  if (reward === undefined) return { member, reward: null, terms }
  return { member, reward: { mean: reward.mean.map(rounded), deviation: reward.deviation.map(rounded) }, terms }
}

/**
 * Each member of the model has its own chance that the first is preferred; what is shown is their mean and deviation.
 *
 *   P(first) = 1 / (1 + exp(R2 - R1))
 *
 * @source Christiano et al. 2017
 */
export function predictionOf(first: SegmentReward, second: SegmentReward): NonNullable<LabelInsight['prediction']> {
  const chances = first.returns.map((own, member) => 1 / (1 + Math.exp(second.returns[member]! - own)))
  const mean = chances.reduce((sum, chance) => sum + chance, 0) / chances.length
  const variance = chances.reduce((sum, chance) => sum + (chance - mean) ** 2, 0) / chances.length
  return { first: mean, uncertainty: Math.sqrt(variance) }
}

function stepsOf({ start, length }: SegmentRef): number[] {
  return Array.from({ length }, (_, step) => start + step)
}

/** As much as a curve can show. */
function rounded(value: number): number {
  return Number(value.toPrecision(4))
}
