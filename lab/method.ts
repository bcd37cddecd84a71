// A method brings learner and reward together. It reads like the method section of its paper: what is done, in which
// order; how each part is done lives in lab/training.

import type { z } from 'zod'
import type { LearnerKind } from '../agents/contract.ts'
import type { CropSettings } from '../rewards/augment/crops.ts'
import type { PseudoLabelSettings } from '../rewards/augment/pseudo-labels.ts'
import type { DenoisingSettings } from '../rewards/denoising/discriminator.ts'

/** The moves of a run that learns while it gathers. */
export interface OnlineMoves {
  /** Whether the run still has budget: false when it is over, has learned enough, or was stopped. */
  goOn(): Promise<boolean>
  /** Still before learning: random actions fill the memory. */
  exploring(): boolean
  evaluationDue(): boolean

  /** One episode in every world. */
  gatherRandom(): Promise<void>
  /** The same by the policy, which learns: meanwhile when it is off-policy, afterwards when it is on-policy. */
  gatherAndLearn(): Promise<void>
  evaluate(): Promise<void>
}

/** The moves of a run that asks somebody which of two clips is better. */
export interface PreferenceMoves extends OnlineMoves {
  /** Behind exploring and still before the first question: the policy learns to get where it has not been. */
  pretraining(): boolean
  sessionDue(): boolean

  /** One episode of the policy in every world, learning from the entropy of the states that it visits. */
  gatherForEntropy(): Promise<void>
  /** The policy up to some moment, held random actions from there. */
  gatherBranching(): Promise<void>
  /** Clips of the scripted expert, as many as the configuration wants; the learner never sees them. */
  showExpert(): Promise<void>

  /** Puts pairs of segments to the teacher. */
  ask(): Promise<void>
  /** Fits the reward model to all answers so far. */
  fitReward(): Promise<void>
  /** Sees every remembered transition in the light of the new reward. */
  relabel(): Promise<void>
  /** After the first session alone: forgets the values of states that pretraining wanted, and learns those of the reward. */
  restartCritic(): Promise<void>
}

/** The moves of a run that learns from what was gathered before and gathers nothing. A step is an update. */
export interface OfflineMoves extends Pick<OnlineMoves, 'goOn' | 'evaluationDue' | 'evaluate'> {
  /** Whether rewards are still to be learned: not where there are no labels, nor where a run goes on. */
  unrewarded(): boolean
  /** Labels pairs of segments, as the configuration says. */
  label(): Promise<void>
  /** Fits the reward model to the labels and sees all data in its light. */
  fitReward(): Promise<void>
  /** Some updates. */
  practise(): Promise<void>
}

interface Description {
  readonly id: string
  readonly title: string
  /** Papers that it follows. */
  readonly source: string
  /** Learns while it gathers, or from what was gathered before. */
  readonly online: boolean
  /** What it needs besides a task. */
  readonly needs: readonly string[]
  /** The kind of learner that it can be run with; any that gathers when absent. */
  readonly learns?: LearnerKind
  /** Goes by an order of factors. */
  readonly ranks?: boolean
}

/** Learns from the task's own reward, or, where it ranks, from one that is made of the task's factors. */
export interface TrueRewardMethod extends Description {
  readonly reward: 'true'
  run(moves: OnlineMoves): Promise<void>
}

/** Learns from answers about pairs of segments; no reward of the task reaches its learner. */
export interface PreferenceMethod<Settings extends z.ZodType = z.ZodType> extends Description {
  readonly reward: 'preferences'
  /** Its section of the configuration, under its id: every key with the published default. */
  readonly settings?: Settings
  design(settings: z.output<Settings>): PreferenceDesign
  run(moves: PreferenceMoves): Promise<void>
}

/** Learns a reward and then a policy from data that it is given. */
export interface OfflineMethod<Settings extends z.ZodType = z.ZodType> extends Description {
  readonly reward: 'offline'
  /** Its section of the configuration, under its id. */
  readonly settings: Settings
  run(moves: OfflineMoves): Promise<void>
}

export type Method = TrueRewardMethod | PreferenceMethod | OfflineMethod

/** What a method does in its own way. What is absent is done as PEBBLE does it. */
export interface PreferenceDesign {
  /** Networks of the reward model, whatever the configuration says. */
  readonly members?: number
  /** Pairs come from so many of the policy's newest episodes and from nowhere else. */
  readonly newestEpisodes?: number
  /** While answers are still to come, so much of every batch is drawn from the newest episodes. */
  readonly recentReplay?: { readonly episodes: number; readonly share: number }
  /** Targets are 1 - eps and eps instead of 1 and 0. */
  readonly labelSmoothing?: number
  /** Answered segments are learned from in parts that are cut anew each time. */
  readonly crops?: CropSettings
  /** Pairs that nobody was asked about are learned from where the model is sure. */
  readonly pseudoLabels?: PseudoLabelSettings
  /** Answers are doubted. */
  readonly denoising?: DenoisingSettings
  /** Pretraining teaches the reward model too, so many steps for each update of the learner; the critic then stays. */
  readonly warmStart?: { readonly updates: number }
  /** Deviations of the ensemble that are added to its mean as reward. */
  readonly bonus?: BonusSchedule
}

export interface BonusSchedule {
  /** @param steps of the environment so far */
  after(steps: number): number
  /** Whether it changes: then remembered rewards are brought up to date now and then. */
  readonly fades: boolean
}
