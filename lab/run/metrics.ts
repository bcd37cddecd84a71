// What a run measures, one JSON line each in metrics.jsonl. The page reads what run-event.ts of its protocol names; the
// report reads the kinds below. A number that could not be measured is null.

import { z } from 'zod'
import type { RunEvent } from '../../viewer/protocol/run-event.ts'
import { runSummarySchema } from './summary.ts'

const measured = z.number().nullable()
const interval = z.tuple([z.number(), z.number()])

/** Episodes on seeds that training never sees. */
const evaluation = z.object({
  kind: z.literal('evaluation'),
  steps: z.number(),
  seconds: z.number(),
  labels: z.number(),
  success: z.number(),
  successInterval: interval,
  successLast: z.number(),
  return: z.number(),
})

const reliabilityBin = z.object({
  low: z.number(),
  high: z.number(),
  count: z.number(),
  predicted: z.number(),
  observed: z.number(),
})

/** The reward model after it was fitted to all answers so far. */
const reward = z.object({
  kind: z.literal('reward'),
  steps: z.number(),
  labels: z.number(),
  loss: measured,
  accuracy: measured,
  heldOutAccuracy: measured,
  /** How sure it was of held-out answers against how often it was right, in bins; none of runs before it was measured. */
  reliability: z.array(reliabilityBin).optional(),
})

/** Learned against true reward of the same steps; the true one is for this report only. */
const correlation = z.object({
  kind: z.literal('correlation'),
  steps: z.number(),
  spearman: measured,
  learned: z.array(z.number()),
  true: z.array(z.number()),
})

/** Labels of one task made of another's. */
const transfer = z.object({
  kind: z.literal('transfer'),
  source: z.string(),
  target: z.string(),
  /** Pairs that are learned from. */
  pairs: z.number(),
  /** Share of labels that order their pair as the true rewards do: of all, and of those that are learned from. */
  accuracy: measured,
  keptAccuracy: measured,
  /** Below 0 where task-free features said that labels were upside down, and whether they were turned. */
  agreement: z.number(),
  turned: z.boolean(),
  iterations: z.number(),
  value: z.number(),
  marginalError: z.number(),
})

const final = z.object({ kind: z.literal('final'), ...runSummarySchema.shape })

const reportMetric = z.discriminatedUnion('kind', [evaluation, reward, correlation, transfer, final])

export type Evaluation = z.output<typeof evaluation>
export type RewardFit = z.output<typeof reward>
export type Correlation = z.output<typeof correlation>
export type TransferMetric = z.output<typeof transfer>
export type ReportMetric = z.output<typeof reportMetric>
export type Metric = ReportMetric | RunEvent

export interface Measured {
  readonly evaluations: readonly Evaluation[]
  readonly rewards: readonly RewardFit[]
  readonly correlations: readonly Correlation[]
  readonly transfer?: TransferMetric | undefined
  readonly final: z.output<typeof final> | undefined
}

/** Sorts a run's lines by kind; kinds for other readers are passed over. */
export function sortMetrics(lines: readonly unknown[]): Measured {
  const metrics = lines.flatMap((line) => {
    const result = reportMetric.safeParse(line)
    return result.success ? [result.data] : []
  })
  return {
    evaluations: metrics.filter((metric) => metric.kind === 'evaluation'),
    rewards: metrics.filter((metric) => metric.kind === 'reward'),
    correlations: metrics.filter((metric) => metric.kind === 'correlation'),
    transfer: metrics.filter((metric) => metric.kind === 'transfer').at(-1),
    final: metrics.filter((metric) => metric.kind === 'final').at(-1),
  }
}
