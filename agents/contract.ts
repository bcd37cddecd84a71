// What a learner is. A learner never knows where its reward came from.

import type { z } from 'zod'
import type { ViewRecipe } from '../envs/views/view.ts'
import type { TransitionBatch } from './replay-buffer.ts'
import type { Executor } from './tensor/program.ts'

/** Named flat parameter vectors and counters, as written to safetensors. */
export type SavedTensors = Readonly<Record<string, Float32Array>>

/** Losses and statistics of an update, by path-like name (`critic/loss`). */
export type UpdateReport = Readonly<Record<string, number>>

/** How a learner chooses: with its exploration noise, or the best that it knows. */
export type ActMode = 'explore' | 'exploit'

/** What acts and is saved. */
export interface Learner {
  readonly id: string
  readonly observationSize: number
  readonly actionSize: number
  /**
   * Actions for `count` observations.
   * @param observations [count, observation]
   * @returns [count, action]; owned by the learner and overwritten by the next call of the same count and mode. In
   * [-1, 1], but for exploration by a learner that must see what it chose (on-policy): whoever steps clips those
   */
  act(observations: Float32Array, count: number, mode: ActMode): Promise<Float32Array>
  /** Parameters, moments, targets and counters. The random streams are their owner's to save. */
  save(): SavedTensors
  load(saved: SavedTensors): void
  /**
   * The policy without noise as an ONNX model: `observation` [n, observation] in, `action` [n, action] out.
   */
  exportPolicy(options?: ExportOptions): Uint8Array
  /** Begins anew with what it thinks of states and actions, where it can; what it does stays. */
  forgetValues?(): void
  dispose(): Promise<void>
}

export interface ExportOptions {
  /**
   * The view that the policy learned through: then the model reads the environment's own observations, and its actions
   * are inside the action space.
   */
  readonly through?: ViewRecipe
  /** Written into the file, for whoever opens it. */
  readonly notes?: Readonly<Record<string, string>>
}

/** Learns from rows that are handed in, wherever they come from. */
export interface BatchLearner<Batch> extends Learner {
  /** What the next update learns from: preallocated, filled by the caller. */
  readonly batch: Batch
  /** Rows of `batch`. */
  readonly batchSize: number
  /**
   * One step on `batch`, which must not be touched until the promise resolves.
   * @throws LossError when a loss is no finite number
   */
  update(): Promise<UpdateReport>
}

/** Learns from what its own policy just did. */
export interface RolloutLearner extends Learner {
  /**
   * All epochs over one batch of whole episodes.
   * @throws LossError when a loss is no finite number
   */
  learn(rollout: Rollout): Promise<UpdateReport>
}

/** Whole episodes of equal length, fresh from this policy. Rewards come from outside. */
export interface Rollout {
  readonly episodes: number
  readonly steps: number
  /** The last of each episode is what it was cut off in, [episodes, steps + 1, observation]. */
  readonly observations: Float32Array
  /** As the policy chose them, not clipped, [episodes, steps, action]. */
  readonly actions: Float32Array
  /** [episodes, steps] */
  readonly rewards: Float32Array
}

/** What others did, for learners that need no reward. */
export interface DemonstrationBatch {
  /** [batch, observation] */
  readonly observations: Float32Array
  /** [batch, action] */
  readonly actions: Float32Array
}

/** Where a learner's random numbers come from; they are handed in, and their state is the caller's to save. */
export interface RandomStream {
  /** In [low, high). */
  uniform(low: number, high: number): number
  /** Mean 0, deviation 1. */
  normal(): number
  /** In 0 .. count - 1. */
  integer(count: number): number
}

export interface LearnerSizes {
  readonly observation: number
  readonly action: number
}

export interface LearnerOptions<Settings> {
  readonly sizes: LearnerSizes
  readonly settings: Settings
  readonly executor: Executor
  /** Initial parameters and all noise. */
  readonly random: RandomStream
}

/** What it learns from: transitions that it adds to, transitions as they are, its own rollouts, others' actions. */
export type LearnerKind = keyof LearnerOfKind

export interface LearnerOfKind {
  'off-policy': BatchLearner<TransitionBatch>
  offline: BatchLearner<TransitionBatch>
  'on-policy': RolloutLearner
  imitation: BatchLearner<DemonstrationBatch>
}

/** A line of `learners.ts`. */
export interface LearnerEntry<Kind extends LearnerKind = LearnerKind, Settings extends z.ZodType = z.ZodType> {
  readonly id: string
  /** In words, such as `Soft actor-critic`. */
  readonly title: string
  /** The paper, such as `Haarnoja et al. 2018`. */
  readonly source: string
  readonly kind: Kind
  /** Every key has the published default and says what it is. */
  readonly settings: Settings
  create(options: LearnerOptions<z.output<Settings>>): Promise<LearnerOfKind[Kind]>
}
