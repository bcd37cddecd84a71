// What a training run and an evaluation answer: documents that programs read.

import { z } from 'zod'

const share = z.number()
const interval = z.tuple([share, share])

/** The document of `rapref train --json`; field names are stable. Null where nothing could be measured. */
export const runSummarySchema = z.object({
  /** The run's folder. */
  run: z.string(),
  task: z.string(),
  method: z.string(),
  seed: z.number(),
  /** Answers used. */
  labels: z.number(),
  /** Environment steps taken. */
  steps: z.number(),
  /** Wall-clock time, resumed parts together. */
  minutes: z.number(),
  /** On held-out seeds, with a 95% interval. */
  success: share,
  successInterval: interval,
  /** Rank correlation of learned and true reward over the last rollouts. */
  rewardSpearman: z.number().nullable(),
  /** Share of held-out pairs that the reward model orders as the teacher did. */
  heldOutLabelAccuracy: z.number().nullable(),
  /** Only where labels came from another task: how many are right, of all and of the confident ones. */
  transferAccuracy: z.number().nullable().optional(),
  confidentTransferAccuracy: z.number().nullable().optional(),
})

export type RunSummary = z.output<typeof runSummarySchema>

/** The document of `rapref eval --json`. */
export interface EvaluationSummary {
  readonly task: string
  readonly episodes: number
  readonly success: number
  readonly successInterval: readonly [number, number]
  readonly successLast: number
  readonly return: number
}
