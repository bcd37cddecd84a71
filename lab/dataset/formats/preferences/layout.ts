// How a repository keeps answers about pairs: its arrays, and its direction of labels.

import type { ArrayFile, ArraySource } from '../array-file.ts'
import type { PreferencePair, PreferencePairs } from './pairs.ts'

export interface PreferenceLayout {
  readonly id: string
  /** An array that no other layout has. */
  readonly mark: string
  encode(pairs: PreferencePairs): ArrayFile['arrays']
  /** @param width of a step, for layouts that do not say. @throws UserError naming what is missing or of wrong size */
  decode(source: ArraySource, width: StepWidth): DecodedPairs
}

export interface StepWidth {
  readonly observation: number
  readonly action: number
}

export interface DecodedPairs extends Omit<PreferencePairs, 'pairs'> {
  readonly pairs: readonly DecodedPair[]
  /** What was missing and how that was met, one sentence each. */
  readonly notes: readonly string[]
}

/** Whoever answered is not in the arrays. */
export type DecodedPair = Pick<PreferencePair, 'first' | 'second' | 'answer'>

export type Side = 'first' | 'second'

/** rapref's own addition: what the last action of each segment led to. */
export const finalNames = { first: 'final_obs_1', second: 'final_obs_2' } as const
