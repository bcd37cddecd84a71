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
  /** An epoch sees every pair once. */
  readonly atMost: { readonly epochs: number } | { readonly steps: number }
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

export interface Fit {
  readonly update: Compiled<FitInputs>
  readonly pairs: readonly LabelledPair[]
  readonly settings: EnsembleSettings
  readonly limits: FitLimits
  readonly random: RandomStream
}

export async function fitPairs(fit: Fit): Promise<FitReport> {
  const { pairs, settings, limits, random } = fit
  const indices = pairs.map((_, index) => index)
  const labels = pairs.map(({ label }) => label)
  const predictions = new Float32Array(settings.members * pairs.length)
  if (pairs.length === 0) return { ...scorePairs(predictions, labels, settings.members), steps: 0, ended: 'no pairs' }

  const budget = stepBudget(limits, Math.ceil(pairs.length / settings.batch))
  for (let steps = 0; ; ) {
    const batches = shuffledBatches(indices, settings.batch, random).slice(0, budget - steps)
    for (const batch of batches) await learnFrom(fit, batch, predictions)
    steps += batches.length
    const score = scorePairs(predictions, labels, settings.members)
    const ended = reasonToEnd(score, limits) ?? (steps >= budget ? 'budget' : undefined)
    if (ended) return { ...score, steps, ended }
  }
}

function stepBudget({ atMost }: FitLimits, stepsPerEpoch: number): number {
  return 'steps' in atMost ? atMost.steps : atMost.epochs * stepsPerEpoch
}

function reasonToEnd({ loss, accuracy }: PairScore, limits: FitLimits): 'loss' | 'accuracy' | undefined {
  if (limits.stopAtLoss !== undefined && loss <= limits.stopAtLoss) return 'loss'
  if (limits.stopAtAccuracy !== undefined && accuracy >= limits.stopAtAccuracy) return 'accuracy'
  return undefined
}

/** One update. Writes what was predicted before it into `predictions`, [members, pairs]. */
async function learnFrom(fit: Fit, batch: readonly number[], predictions: Float32Array): Promise<void> {
  const { update, pairs, settings } = fit
  const { rows, labels, weights } = update.inputs
  weights.fill(0)
  batch.forEach((index, slot) => {
    const pair = pairs[index]!
    rows.set(pair.rows, slot * pair.rows.length)
    labels[slot] = smoothLabel(pair.label, settings.labelSmoothing)
    weights[slot] = 1
  })
  const { logOdds } = await update.run()
  for (let member = 0; member < settings.members; member++) {
    batch.forEach((index, slot) => {
      predictions[member * pairs.length + index] = logOdds![member * settings.batch + slot]!
    })
  }
}
