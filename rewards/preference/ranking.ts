// A ranking of up to four segments, and the preferences that it implies.

import { z } from 'zod'
import { type Answer, type Preference, segmentRefSchema } from './preference.ts'

/** Place of a segment in its question. */
const memberSchema = z.int().min(0).max(3)

export const rankingSchema = z
  .object({
    segments: z.array(segmentRefSchema).min(2).max(4),
    /** Members, best first; those that are as good as each other share a group. Null where the question was skipped. */
    order: z.array(z.array(memberSchema).min(1)).nullable(),
    /** Members from left to right, as they were shown. */
    shown: z.array(memberSchema),
    /** `person:<name>` or `teacher:<name>`. */
    by: z.string().regex(/^(person|teacher):.+$/, 'expected person:<name> or teacher:<name>'),
    /** ISO 8601 time of the answer. */
    at: z.iso.datetime({ offset: true }),
    milliseconds: z.number().min(0),
    /** The question that was answered. */
    question: z.string().min(1).optional(),
  })
  .refine(({ segments, shown }) => namesEach(shown, segments.length), 'shown does not name every segment once')
  .refine(
    ({ segments, order }) => order === null || namesEach(order.flat(), segments.length),
    'order does not name every segment once',
  )

export type Ranking = Readonly<z.infer<typeof rankingSchema>>

/** Whether these are the numbers 0 ... count - 1, each once. */
export function namesEach(members: readonly number[], count: number): boolean {
  return members.length === count && new Set(members).size === count && members.every((member) => member < count)
}

/** One preference for every two segments, none of a question that was skipped. */
export function impliedPreferences({ segments, order, shown, by, at, milliseconds, question }: Ranking): Preference[] {
  if (order === null) return []
  const rank = (member: number) => order.findIndex((group) => group.includes(member))
  const asked = question === undefined ? {} : { question }
  return pairsOf(segments.length).map(([one, other]) => ({
    first: segments[one]!,
    second: segments[other]!,
    answer: answerOf(rank(one), rank(other)),
    left: shown.indexOf(one) < shown.indexOf(other) ? 'first' : 'second',
    ...{ by, at, milliseconds, ...asked },
  }))
}

function answerOf(first: number, second: number): Answer {
  if (first === second) return 'equal'
  return first < second ? 'first' : 'second'
}

function pairsOf(count: number): [number, number][] {
  const members = Array.from({ length: count }, (_, member) => member)
  return members.flatMap((one) => members.slice(one + 1).map((other): [number, number] => [one, other]))
}
