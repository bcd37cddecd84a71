// What a reward ensemble can be told.

import type { CropSettings } from '../augment/crops.ts'
import type { PseudoLabelSettings } from '../augment/pseudo-labels.ts'
import type { DenoisingSettings } from '../denoising/discriminator.ts'
import type { PreferenceLoss } from '../losses/loss-names.ts'

export interface EnsembleSettings {
  readonly members: number
  /** Hidden layers and their width. */
  readonly depth: number
  readonly width: number
  readonly learningRate: number
  /** Pairs in one update. */
  readonly batch: number
  /** Targets are 1 - eps and eps instead of 1 and 0 (STAR: 0.05). */
  readonly labelSmoothing: number
  /** Weight of mean(z^2) before the tanh. Without it members saturate and stop learning: 0.01 keeps all of them alive. */
  readonly outputPenalty: number
  /** What answers are learned by; Bradley and Terry's when absent. */
  readonly loss?: PreferenceLoss | undefined
  /** Answered segments are learned from in parts (SURF, QPA); whole when absent. */
  readonly crops?: CropSettings | undefined
  /** Pairs without an answer are learned from too (SURF); not when absent. */
  readonly pseudoLabels?: PseudoLabelSettings | undefined
  /** Answers are doubted (RIME); believed when absent. */
  readonly denoising?: DenoisingSettings | undefined
}

export const ensembleDefaults: EnsembleSettings = {
  members: 3,
  depth: 3,
  width: 64,
  learningRate: 1e-3,
  batch: 64,
  labelSmoothing: 0,
  outputPenalty: 0.01,
}
