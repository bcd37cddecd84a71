// Fitting a reward ensemble to answered pairs: minibatches until the budget is spent or the answers are learned.

import type { Compiled } from '../../agents/tensor/program.ts'
import type { RandomStream } from '../contract.ts'
import { smoothLabel } from '../losses/bradley-terry.ts'
import type { LabelledPair } from '../segments/labelled-pairs.ts'
import type { FitInputs } from './ensemble-programs.ts'
import type { EnsembleSettings } from './ensemble-settings.ts'
import { shuffledBatches } from './minibatches.ts'
import { type PairScore, scorePairs } from './pair-score.ts'

export interface FitLimits {
  /** Whichever is reached first. An epoch sees every pair once. */
  readonly atMost: { readonly epochs: number } | { readonly steps: number } | Budget
  /** Ends after an epoch with at most this loss. */
  readonly stopAtLoss?: number
  /** Ends after an epoch with at least this accuracy. */
  readonly stopAtAccuracy?: number
}

/** The score is of the training pairs, each as it was predicted when it was last learned from. */
export interface FitReport extends PairScore {
  /** Updates. */
  readonly steps: number
  readonly ended: 'budget' | 'loss' | 'accuracy' | 'no pairs'
}

/** What fitting itself must know of a model's settings. */
export type FitSettings = Pick<EnsembleSettings, 'members' | 'batch' | 'labelSmoothing'>

export interface Fit {
  readonly update: Compiled<FitInputs>
  readonly pairs: readonly LabelledPair[]
  readonly settings: FitSettings
  readonly limits: FitLimits
  readonly random: RandomStream
  /** Those of the pairs, and the labels, that an epoch learns from; all as they are when absent. */
  readonly believed?: () => Promise<readonly LabelledPair[]>
  /** Fills what else the update reads. */
  readonly augment?: () => void
}

export async function fitPairs(fit: Fit): Promise<FitReport> {
  const { settings, limits, random } = fit
  const budget = { steps: Number.POSITIVE_INFINITY, epochs: Number.POSITIVE_INFINITY, ...limits.atMost }
  let lesson = lessonOf(fit, fit.pairs)
  for (let [steps, epochs] = [0, 1]; ; epochs++) {
    if (fit.believed) lesson = lessonOf(fit, await fit.believed())
    if (lesson.indices.length === 0) return { ...scoreOf(lesson, settings), steps, ended: 'no pairs' }
    const batches = shuffledBatches(lesson.indices, settings.batch, random).slice(0, budget.steps - steps)
    for (const batch of batches) await learnFrom(fit, batch, lesson)
    steps += batches.length
    const score = scoreOf(lesson, settings)
    const ended =
      reasonToEnd(score, limits) ?? (steps >= budget.steps || epochs >= budget.epochs ? 'budget' : undefined)
    if (ended) return { ...score, steps, ended }
  }
}

/** What an epoch learns from, and how each pair of it was predicted when it was last learned from. */
interface Lesson {
  readonly pairs: readonly LabelledPair[]
  readonly indices: readonly number[]
  /** [members, pairs] */
  readonly predictions: Float32Array
}

function lessonOf({ settings }: Fit, pairs: readonly LabelledPair[]): Lesson {
  const predictions = new Float32Array(settings.members * pairs.length)
  return { pairs, indices: pairs.map((_, index) => index), predictions }
}

function scoreOf({ pairs, predictions }: Lesson, { members }: FitSettings): PairScore {
  const labels = pairs.map(({ label }) => label)
  return scorePairs(predictions, labels, members)
}

interface Budget {
  readonly steps: number
  readonly epochs: number
}

function reasonToEnd({ loss, accuracy }: PairScore, limits: FitLimits): 'loss' | 'accuracy' | undefined {
  if (limits.stopAtLoss !== undefined && loss <= limits.stopAtLoss) return 'loss'
  if (limits.stopAtAccuracy !== undefined && accuracy >= limits.stopAtAccuracy) return 'accuracy'
  return undefined
}

/** One update. */
async function learnFrom(fit: Fit, batch: readonly number[], { pairs, predictions }: Lesson): Promise<void> {
  const { update, settings } = fit
  const { rows, labels, weights } = update.inputs
  weights.fill(0)
  batch.forEach((index, slot) => {
    const pair = pairs[index]!
    rows.set(pair.rows, slot * pair.rows.length)
    labels[slot] = smoothLabel(pair.label, settings.labelSmoothing)
    weights[slot] = 1
  })
  fit.augment?.()
  const { logOdds } = await update.run()
  for (let member = 0; member < settings.members; member++) {
    batch.forEach((index, slot) => {
      predictions[member * pairs.length + index] = logOdds![member * settings.batch + slot]!
    })
  }
}
