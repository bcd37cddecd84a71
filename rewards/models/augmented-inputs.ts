// What an augmented step of fitting reads beside the answered pairs of a minibatch.

import { type CropPlan, drawCrops } from '../augment/crops.ts'
import type { RandomStream } from '../contract.ts'

export interface AugmentedInputs {
  readonly signs: Float32Array
  readonly learningRate: Float32Array
  readonly otherRows?: Float32Array
  readonly otherSigns?: Float32Array
  readonly others?: Float32Array
}

export interface Augmentation {
  readonly plan: CropPlan
  /** Of this pass. */
  readonly learningRate: number
  /** Rows of pairs without an answer, each [2, stored, input]. */
  readonly unlabelled: readonly Float32Array[]
  readonly random: RandomStream
}

/** Draws new crops, and pairs without an answer, each time any of them. */
export function fillAugmented(inputs: AugmentedInputs, augmentation: Augmentation): void {
  const { plan, learningRate, unlabelled, random } = augmentation
  drawCrops(inputs.signs, plan, random)
  inputs.learningRate[0] = learningRate
  const { otherRows, otherSigns, others } = inputs
  if (!otherRows || !otherSigns || !others) return
  others[0] = unlabelled.length > 0 ? 1 : 0
  const size = unlabelled[0]?.length ?? otherRows.length
  for (let at = 0; at < otherRows.length && unlabelled.length > 0; at += size) {
    otherRows.set(unlabelled[random.integer(unlabelled.length)]!, at)
  }
  drawCrops(otherSigns, plan, random)
}
