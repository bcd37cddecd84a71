// What a page may know of a run: its summary, how it stands, its curves and its clips. Schemas first, types derived.

import { z } from 'zod'

const name = z.string().min(1).max(200)
const count = z.number().int().nonnegative()
/** A measured number that may not exist yet. */
const measured = z.number().nullable()

export const runState = z.enum(['running', 'finished', 'stopped', 'failed'])
export type RunState = z.infer<typeof runState>

export const runSummary = z.object({
  /** The run's name, which is also its folder's. */
  id: name,
  task: z.string(),
  method: z.string(),
  seed: z.number(),
  state: runState,
})
export type RunSummary = z.infer<typeof runSummary>

export const progress = z.object({
  /** What the run is doing, in words for a person. */
  phase: z.string(),
  /** Environment steps so far, and how many are planned. */
  steps: count,
  stepBudget: count.nullable(),
  stepsPerSecond: measured,
  labels: count,
  labelBudget: count,
  /** Share of held-out pairs that the reward model orders as the teacher did. */
  rewardAccuracy: measured,
  /** Share of evaluation episodes that succeeded. */
  success: measured,
  secondsLeft: measured,
})
export type Progress = z.infer<typeof progress>

export const runStatus = z.object({
  state: runState,
  progress: progress.nullable(),
  /** Why it ended, where there is something to say. */
  note: z.string().nullable(),
})
export type RunStatus = z.infer<typeof runStatus>

/** A series over environment steps; `points` are [steps, value], steps ascending. */
export const curve = z.object({
  name,
  points: z.array(z.tuple([z.number(), z.number()])),
})
export type Curve = z.infer<typeof curve>

export const clipSummary = z.object({
  /** Unique within the run. */
  id: name,
  task: z.string(),
  /** Which policy acted, in words: `start`, `12k steps`, `expert`. */
  checkpoint: z.string(),
  /** Environment steps that the policy had learned from. */
  steps: count,
  /** The episode's seed, which alone decides start and goal. */
  seed: z.number(),
  success: z.boolean(),
})
export type ClipSummary = z.infer<typeof clipSummary>
