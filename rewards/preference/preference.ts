// A preference: two segments and an answer. As a number, y = 1 when the first is preferred, 0 when the second, 0.5 equal.
// The schemas are the one source: types, the log's lines and the page's messages all come from them.

import { z } from 'zod'

export const answerSchema = z.enum(['first', 'second', 'equal', 'skip'])

export type Answer = z.infer<typeof answerSchema>

/** A window of an episode, named by where it is stored. */
export const segmentRefSchema = z.object({
  /** Recording or episode identifier, unique within the run. */
  episode: z.string().min(1),
  /** First step, counted in decisions, not control steps. */
  start: z.int().min(0),
  /** Number of steps, counted in decisions. */
  length: z.int().min(1),
})

export type SegmentRef = Readonly<z.infer<typeof segmentRefSchema>>

/** Why a teacher that ranks factors answered as it did. */
export const reasonSchema = z.object({
  /** Which level of the ranking decided, from 1. */
  level: z.int().min(1),
  /** What it looked at. */
  factor: z.string().min(1),
  /** How much better the preferred segment was, and how much it had to be, in the factor's unit. */
  difference: z.number().min(0),
  margin: z.number().min(0),
})

export type Reason = Readonly<z.infer<typeof reasonSchema>>

export const preferenceSchema = z
  .object({
    first: segmentRefSchema,
    second: segmentRefSchema,
    answer: answerSchema,
    /** `person:<name>` or `teacher:<name>`. */
    by: z.string().regex(/^(person|teacher):.+$/, 'expected person:<name> or teacher:<name>'),
    /** ISO 8601 time of the answer. */
    at: z.iso.datetime({ offset: true }),
    /** Which of the two was shown on the left; scripted teachers see `first` on the left. */
    left: z.enum(['first', 'second']),
    /** Time that the answer took; 0 for scripted teachers. */
    milliseconds: z.number().min(0),
    /** The step, counted from the segments' start, that decided the answer. */
    decisiveStep: z.int().min(0).optional(),
    reason: reasonSchema.optional(),
    /** The question that was answered, where somebody was asked at a desk. */
    question: z.string().min(1).optional(),
    /** The earlier question that this one asked again, unannounced and with sides swapped. */
    repeats: z.string().min(1).optional(),
  })
  .refine(
    ({ first, second, decisiveStep = 0 }) => decisiveStep < Math.max(first.length, second.length),
    'decisiveStep lies behind the end of both segments',
  )

type PreferenceFields = z.infer<typeof preferenceSchema>

export type Preference = Readonly<Omit<PreferenceFields, 'first' | 'second'>> & {
  readonly first: SegmentRef
  readonly second: SegmentRef
}

/** What a loss learns from: 1 first preferred, 0 second, 0.5 equal; nothing from a skipped pair. */
export function labelValue(answer: Answer): 1 | 0 | 0.5 | undefined {
  switch (answer) {
    case 'first':
      return 1
    case 'second':
      return 0
    case 'equal':
      return 0.5
    case 'skip':
      return undefined
  }
}
