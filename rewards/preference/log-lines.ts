// The text of a preference log: one JSON record a line, answers, rankings and undos. Pure: bytes in, records out.

import { z } from 'zod'
import { type Preference, preferenceSchema } from './preference.ts'
import { impliedPreferences, type Ranking, rankingSchema } from './ranking.ts'

const idSchema = z.string().min(1)

export const answerLineSchema = preferenceSchema.safeExtend({ kind: z.literal('answer'), id: idSchema })

/** A ranking is one line, so that it is kept whole or not at all. */
export const rankingLineSchema = rankingSchema.safeExtend({ kind: z.literal('ranking'), id: idSchema })

export const undoLineSchema = z.object({
  kind: z.literal('undo'),
  id: idSchema,
  /** The id of the answer or ranking that no longer counts. */
  undoes: idSchema,
  /** Who took it back, and when (ISO 8601). */
  by: z.string().min(1),
  at: z.iso.datetime({ offset: true }),
})

export const logLineSchema = z.discriminatedUnion('kind', [answerLineSchema, rankingLineSchema, undoLineSchema])

export type LogLine = z.infer<typeof logLineSchema>

/** An answer as the log keeps it, or one that a ranking implies: then `ranking` is the id of that line. */
export type LoggedAnswer = Preference & { readonly kind: 'answer'; readonly id: string; readonly ranking?: string }

export type LoggedRanking = Ranking & { readonly kind: 'ranking'; readonly id: string }

/** What a person can take back as a whole. */
export type LogEntry = LoggedAnswer | LoggedRanking

export class PreferenceLogError extends Error {
  override readonly name = 'PreferenceLogError'
}

/** What the lines come to: which answers and rankings stand, and which names are taken. */
export class LogRecords {
  readonly #lines = new Map<string, LogLine>()
  readonly #standing = new Map<string, LogEntry>()

  /** Oldest line first. The line's name is new, and what it undoes is there. */
  add(line: LogLine): void {
    this.#lines.set(line.id, line)
    if (line.kind === 'undo') this.#standing.delete(line.undoes)
    else this.#standing.set(line.id, line)
  }

  find(id: string): LogLine | undefined {
    return this.#lines.get(id)
  }

  /** Oldest first. */
  entries(): LogEntry[] {
    return [...this.#standing.values()]
  }

  /** Oldest first, a ranking's implied answers in its place. */
  answers(): LoggedAnswer[] {
    return this.entries().flatMap((entry) => (entry.kind === 'answer' ? [entry] : impliedAnswers(entry)))
  }
}

function impliedAnswers(ranking: LoggedRanking): LoggedAnswer[] {
  return impliedPreferences(ranking).map((preference, pair) => ({
    ...preference,
    kind: 'answer',
    id: `${ranking.id}.${pair + 1}`,
    ranking: ranking.id,
  }))
}

/** What follows the last line break: nothing, a whole record that only lacks its line break, or a record cut off. */
export type LogTail =
  | { readonly state: 'clean' }
  | { readonly state: 'unterminated' }
  | { readonly state: 'torn'; readonly text: string; readonly bytes: number }

export interface ParsedLog {
  /** Answers that were not undone, those that rankings imply among them, oldest first. */
  readonly answers: ReadonlyMap<string, LoggedAnswer>
  readonly records: LogRecords
  readonly tail: LogTail
}

export function encodeLogLine(line: LogLine): Uint8Array {
  return encodeLogLines([line])
}

export function encodeLogLines(lines: readonly LogLine[]): Uint8Array {
  return new TextEncoder().encode(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
}

/**
 * Reads a whole log. Only what follows the last line break may be broken: a record is written line break last.
 *
 * @param name how errors call the log
 * @throws PreferenceLogError naming the line that is not a record, repeats an id or undoes what is not there
 */
export function parseLog(bytes: Uint8Array, name: string): ParsedLog {
  const records = new LogRecords()
  const numberOf = new Map<string, number>()
  let tail: LogTail = { state: 'clean' }

  for (const { number, content, terminated } of splitLines(bytes)) {
    const { record, problem } = readRecord(content)
    if (!record) {
      if (terminated) throw lineError(name, number, problem)
      tail = { state: 'torn', text: new TextDecoder().decode(content), bytes: content.length }
      continue
    }
    if (!terminated) tail = { state: 'unterminated' }
    const earlier = numberOf.get(record.id)
    if (earlier !== undefined) throw lineError(name, number, `repeats the id ${record.id} of line ${earlier}`)
    if (record.kind === 'undo' && !numberOf.has(record.undoes)) {
      throw lineError(name, number, `undoes ${record.undoes}, which no earlier line holds`)
    }
    numberOf.set(record.id, number)
    records.add(record)
  }
  return { answers: new Map(records.answers().map((answer) => [answer.id, answer])), records, tail }
}

function lineError(name: string, number: number, problem: string): PreferenceLogError {
  return new PreferenceLogError(
    `${name}: line ${number} ${problem}. Expected one JSON record with kind 'answer', 'ranking' or 'undo' a line. ` +
      'Correct or delete that line; the file was not changed.',
  )
}

interface Line {
  /** Counted from 1, as editors do. */
  readonly number: number
  readonly content: Uint8Array
  readonly terminated: boolean
}

const lineBreak = 0x0a

function* splitLines(bytes: Uint8Array): Generator<Line> {
  let start = 0
  for (let number = 1; start < bytes.length; number++) {
    const found = bytes.indexOf(lineBreak, start)
    const terminated = found >= 0
    const end = terminated ? found : bytes.length
    yield { number, content: bytes.subarray(start, end), terminated }
    start = end + 1
  }
}

type Reading =
  | { readonly record: LogLine; readonly problem?: undefined }
  | { readonly record?: undefined; readonly problem: string }

function readRecord(content: Uint8Array): Reading {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content))
  } catch {
    return { problem: `is not JSON (${preview(content)})` }
  }
  const checked = logLineSchema.safeParse(value)
  if (checked.success) return { record: checked.data }
  const issue = checked.error.issues[0]
  const where = issue?.path.length ? `at ${issue.path.join('.')}` : 'as a whole'
  return { problem: `is not a record: ${issue?.message} ${where} (${preview(content)})` }
}

const previewLength = 40

/** The beginning of a broken line, readable in a one-line message. */
function preview(content: Uint8Array): string {
  if (content.length === 0) return 'the line is empty'
  const text = JSON.stringify(new TextDecoder().decode(content.subarray(0, previewLength)))
  return content.length > previewLength ? `${text} ...` : text
}
