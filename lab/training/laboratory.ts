// Everything that a run works with, in one place: what the methods of lab/methods are written against.

import type { Learner } from '../../agents/contract.ts'
import type { ReplayBuffer, TransitionBatch } from '../../agents/replay-buffer.ts'
import type { VectorEnv, VectorStep } from '../../envs/contract.ts'
import type { ObservationView } from '../../envs/views/view.ts'
import type { RewardEnsemble } from '../../rewards/models/ensemble.ts'
import type { PreferenceLog } from '../../rewards/preference/log.ts'
import type { Affine } from '../../rewards/relabel.ts'
import type { EpisodeStore } from '../../rewards/segments/episode-store.ts'
import type { LabelledPairs } from '../../rewards/segments/labelled-pairs.ts'
import type { EvidenceStore } from '../../rewards/teachers/evidence-store.ts'
import type { Teacher } from '../../rewards/teachers/teacher.ts'
import type { Config } from '../config/schema.ts'
import type { Counters } from './counters.ts'
import type { RoundJournal } from './journal.ts'
import type { Monitor } from './monitor.ts'
import type { RowSizes } from './rows.ts'
import type { Streams } from './streams.ts'

/** Two episodes from the same start with the same actions up to `moment`. */
export interface Twins {
  readonly first: string
  readonly second: string
  readonly moment: number
}

export interface Laboratory {
  readonly config: Config
  /** Decisions in an episode. */
  readonly episodeSteps: number
  readonly worlds: VectorEnv
  readonly view: ObservationView
  /** What the reward model reads of a decision. */
  readonly rowSizes: RowSizes

  /** What wants: answers, and the reward model that is fitted to them. */
  readonly teacher: Teacher
  readonly log: PreferenceLog
  readonly pairs: LabelledPairs
  readonly reward: RewardEnsemble
  /** Learned rewards to the learner's scale; undefined before the first fit. */
  affine: Affine | undefined

  /** What acts. */
  readonly learner: Learner<TransitionBatch>
  readonly buffer: ReplayBuffer

  /** The two sides of what happened: the learner's and the teacher's. */
  readonly episodes: EpisodeStore
  readonly evidence: EvidenceStore
  readonly journal: RoundJournal
  /** Episodes that were one up to a moment, the newest last. */
  readonly twins: Twins[]

  readonly counters: Counters
  readonly streams: Streams
  readonly monitor: Monitor
  /** What of a step is handed to the learner's side. */
  readonly handOver?: ((step: VectorStep) => VectorStep) | undefined
}
