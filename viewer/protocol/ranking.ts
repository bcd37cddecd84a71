// Trying out a ranking of factors on pairs of recorded episodes, and starting a run from it: what the page asks over HTTP and
// what it is told.

import { z } from 'zod'

const name = z.string().min(1).max(400)
/** A factor as it is written: `less path-length beyond 0.5sd`. */
const factor = z.string().min(1).max(400)
const mostLevels = 20
const mostPairs = 100

export const judgeRequest = z.strictObject({
  run: name,
  /** Most important first; absent: the task's own ranking. */
  order: z.array(factor).max(mostLevels).optional(),
})
export type JudgeRequest = z.infer<typeof judgeRequest>

const verdict = z.object({
  answer: z.enum(['first', 'second', 'equal']),
  /** The level that decided, from 1; null where none did. */
  level: z.number().int().positive().nullable(),
  /** What its two values differ by, and what they had to differ by, in the factor's unit. */
  difference: z.number().nullable(),
  margin: z.number().nullable(),
})
export type RankingVerdict = z.infer<typeof verdict>

const pair = z.object({
  id: z.string(),
  /** Clips of the run. */
  first: name,
  second: name,
  /** Same start. */
  fair: z.boolean(),
})
export type RankingPair = z.infer<typeof pair>

export const judgement = z.object({
  task: z.string(),
  /** As it was applied. */
  order: z.array(z.string()),
  /** What a factor may be made of: terms of the task, traces and named factors. */
  factors: z.array(z.object({ name: z.string(), describe: z.string() })),
  pairs: z.array(pair).max(mostPairs),
  /** One a pair. */
  verdicts: z.array(verdict).max(mostPairs),
  /** Levels that can never decide, in words. */
  notes: z.array(z.string()),
})
export type RankingJudgement = z.infer<typeof judgement>

export const startRequest = z.strictObject({ task: name, order: z.array(factor).min(1).max(mostLevels) })
export type StartRequest = z.infer<typeof startRequest>

export const started = z.object({ run: name, command: z.string() })
export type RankingStarted = z.infer<typeof started>

/** Where the page asks, below the server's address. */
export const rankingAddresses = { judge: 'rankings/judge', start: 'rankings/start' } as const
