// What a page may know of a run: its summary, how it stands, its curves, its clips, and what it is about. Schemas
// first, types derived.

import { z } from 'zod'

const name = z.string().min(1).max(400)
const count = z.number().int().nonnegative()
/** A measured number that may not exist yet. */
const measured = z.number().nullable()
/** Milliseconds since 1970. */
const moment = z.number()

/** `interrupted`: stopped by hand or by its machine, and said so; `stale`: silent since long, and did not say why. */
export const runState = z.enum(['queued', 'running', 'finished', 'failed', 'interrupted', 'stale'])
export type RunState = z.infer<typeof runState>

/** Settings by their dotted names, as in `sac.width`. */
export const settings = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
export type Settings = z.infer<typeof settings>

/** The last numbers that a run measured. */
export const scores = z.object({
  steps: count,
  labels: count,
  minutes: measured,
  /** Share of evaluation episodes that succeeded; of a finished run, on seeds that nothing before had seen. */
  success: measured,
  /** Share of held-out pairs that the reward model orders as the teacher did. */
  rewardAccuracy: measured,
  /** Rank correlation of learned and true reward. */
  rewardSpearman: measured,
})
export type Scores = z.infer<typeof scores>

export const runSummary = z.object({
  /** The run's folder, as seen from the folder that is watched: `first`, or `teachers/3f2a`. */
  id: name,
  task: z.string(),
  method: z.string(),
  seed: z.number(),
  state: runState,
  started: moment.nullable(),
  changed: moment,
  /** Those settings in which the watched runs differ; task, method and seed aside. */
  settings,
  scores: scores.nullable(),
  /** Why it ended, in a line. */
  note: z.string().nullable(),
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

/** [steps, value], steps ascending. */
export const points = z.array(z.tuple([z.number(), z.number()]))

/** A series over environment steps. */
export const curve = z.object({ name, points })
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

/** Where a run comes from, and what lies beside its numbers. */
export const about = z.object({
  /** As a command line takes it; null for a run that has no folder here. */
  folder: z.string().nullable(),
  /** Every setting. */
  configuration: settings,
  /** Version, engine, machine, command: what made it, by name. */
  origin: z.record(z.string(), z.string()),
  /** What a person wrote about it, in notes.md. */
  notes: z.string().nullable(),
  /** The last lines of its log, oldest first. */
  lastLines: z.array(z.string()),
  /** Whether the policy that it kept can be rolled out from any start, as clips named by `startClip`. */
  rollsOut: z.boolean(),
})
export type About = z.infer<typeof about>

/** The name of the clip in which a run's kept policy starts from a seed. Nobody recorded it: it is made when asked for. */
export function startClip(seed: number): string {
  return `start-${seed}`
}

/** @returns the seed that such a name holds. */
export function seedOfStartClip(id: string): number | undefined {
  const found = /^start-(\d{1,12})$/.exec(id)?.[1]
  return found === undefined ? undefined : Number(found)
}
