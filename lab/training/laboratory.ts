// Everything that a run works with, in one place: what the methods of lab/methods are written against.

import type { VectorEnv, VectorStep } from '../../envs/contract.ts'
import type { ObservationView } from '../../envs/views/view.ts'
import type { Config } from '../config/schema.ts'
import type { PreferenceDesign } from '../method.ts'
import type { Counters } from './counters.ts'
import type { RoundJournal } from './journal.ts'
import type { Monitor } from './monitor.ts'
import type { Practice } from './practice/practice.ts'
import type { Preferences } from './preferences.ts'
import type { RewardSource } from './reward-source.ts'
import type { Streams } from './streams.ts'

export interface Laboratory {
  readonly config: Config
  /** Decisions in an episode. */
  readonly episodeSteps: number
  readonly worlds: VectorEnv
  readonly view: ObservationView

  /** What acts, what it remembers, and when it is updated. */
  readonly practice: Practice
  /** What it learns from. */
  readonly rewards: RewardSource

  readonly journal: RoundJournal
  readonly counters: Counters
  readonly streams: Streams
  readonly monitor: Monitor
  /** What of a step is handed to the learner's side. */
  readonly handOver?: ((step: VectorStep) => VectorStep) | undefined
}

/** A laboratory whose rewards are learned from answers about what it shows. */
export interface PreferenceLaboratory extends Laboratory {
  readonly preferences: Preferences
  /** What the method does in its own way. */
  readonly design: PreferenceDesign
}

export function hasPreferences(lab: Laboratory): lab is PreferenceLaboratory {
  return 'preferences' in lab
}
