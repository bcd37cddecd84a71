// The preference log: append-only JSON lines. An answer is on the disk before `append` resolves; undo is a line.

import type { LogFile } from './log-file.ts'
import {
  answerLineSchema,
  encodeLogLines,
  type LogEntry,
  type LoggedAnswer,
  type LoggedRanking,
  type LogLine,
  type LogRecords,
  type LogTail,
  PreferenceLogError,
  parseLog,
  rankingLineSchema,
  undoLineSchema,
} from './log-lines.ts'
import type { Preference } from './preference.ts'
import type { Ranking } from './ranking.ts'

export interface UndoRequest {
  /** Which answer or ranking; the newest that stands when absent. */
  readonly id?: string
  /** Who takes it back, and when (ISO 8601). */
  readonly by: string
  readonly at: string
}

export interface LineOptions {
  /** What to call the line, where whoever asks has a name for it; the log finds one otherwise. */
  readonly id?: string
}

export interface PreferenceLog {
  /** What was repaired on opening, one sentence each, for the user to read. Usually empty. */
  readonly notes: readonly string[]
  /** Answers that were not undone, those that rankings imply among them, oldest first. */
  answers(): readonly LoggedAnswer[]
  /** Answers and rankings that were not undone, oldest first. */
  entries(): readonly LogEntry[]
  /** The line of that name, whether it still counts or not. */
  find(id: string): LogLine | undefined
  /** Resolves when the answer would survive a power cut. @throws PreferenceLogError when it was not saved. */
  append(preference: Preference, line?: LineOptions): Promise<LoggedAnswer>
  /** The same for many at once: one wait for the disk, and all are saved or none. */
  appendAll(preferences: readonly Preference[]): Promise<readonly LoggedAnswer[]>
  /** Like `append`, with all the answers that it implies. */
  appendRanking(ranking: Ranking, line?: LineOptions): Promise<LoggedRanking>
  /** @returns what no longer counts. */
  undo(request: UndoRequest, line?: LineOptions): Promise<LogEntry>
  close(): Promise<void>
}

/**
 * Opens a log and repairs its end. Takes over the file: closes it when the log closes or when opening fails.
 *
 * @throws PreferenceLogError naming the line when anything but the end is broken
 */
export async function openPreferenceLog(file: LogFile): Promise<PreferenceLog> {
  try {
    const bytes = await file.read()
    const { records, tail } = parseLog(bytes, file.name)
    const { length, notes } = await repairEnd(file, bytes.length, tail)
    return new FilePreferenceLog({ file, length, notes, records })
  } catch (error) {
    await file.close()
    throw error
  }
}

async function repairEnd(file: LogFile, length: number, tail: LogTail): Promise<{ length: number; notes: string[] }> {
  switch (tail.state) {
    case 'clean':
      return { length, notes: [] }
    case 'unterminated':
      await file.append(Uint8Array.of(0x0a))
      await file.sync()
      return { length: length + 1, notes: [`${file.name}: the last line had no line break; it was added.`] }
    case 'torn':
      await file.truncate(length - tail.bytes)
      await file.sync()
      return {
        length: length - tail.bytes,
        notes: [
          `${file.name}: the last line was cut off while it was written and never acknowledged; ` +
            `its ${tail.bytes} bytes were removed: ${JSON.stringify(tail.text)}`,
        ],
      }
  }
}

interface OpenState {
  readonly file: LogFile
  /** Bytes that are known to be on the disk. */
  readonly length: number
  readonly notes: readonly string[]
  readonly records: LogRecords
}

class FilePreferenceLog implements PreferenceLog {
  readonly notes: readonly string[]
  readonly #file: LogFile
  readonly #records: LogRecords
  #length: number
  #sequence = 0
  #closed = false
  /** Why nothing more may be written. */
  #refusal: string | undefined
  /** Lines are written one after the other, however they are asked for. */
  #queue: Promise<unknown> = Promise.resolve()

  constructor(state: OpenState) {
    this.notes = state.notes
    this.#file = state.file
    this.#records = state.records
    this.#length = state.length
  }

  answers(): readonly LoggedAnswer[] {
    return this.#records.answers()
  }

  entries(): readonly LogEntry[] {
    return this.#records.entries()
  }

  find(id: string): LogLine | undefined {
    return this.#records.find(id)
  }

  append(preference: Preference, line: LineOptions = {}): Promise<LoggedAnswer> {
    return this.#inTurn(async () => {
      const answer = answerLineSchema.parse({ ...preference, kind: 'answer', id: this.#name(line) })
      await this.#write(answer)
      return answer
    })
  }

  appendAll(preferences: readonly Preference[]): Promise<readonly LoggedAnswer[]> {
    return this.#inTurn(async () => {
      const answers = preferences.map((each) => answerLineSchema.parse({ ...each, kind: 'answer', id: this.#nextId() }))
      if (answers.length > 0) await this.#write(...answers)
      return answers
    })
  }

  appendRanking(ranking: Ranking, line: LineOptions = {}): Promise<LoggedRanking> {
    return this.#inTurn(async () => {
      const ranked = rankingLineSchema.parse({ ...ranking, kind: 'ranking', id: this.#name(line) })
      await this.#write(ranked)
      return ranked
    })
  }

  undo(request: UndoRequest, line: LineOptions = {}): Promise<LogEntry> {
    return this.#inTurn(async () => {
      const entry = this.#standing(request.id)
      const { by, at } = request
      await this.#write(undoLineSchema.parse({ kind: 'undo', id: this.#name(line), undoes: entry.id, by, at }))
      return entry
    })
  }

  close(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#closed) return
      this.#closed = true
      this.#refusal ??= 'it is closed'
      await this.#file.close()
    })
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(work)
    this.#queue = result.catch(() => {})
    return result
  }

  #name({ id }: LineOptions): string {
    if (id === undefined) return this.#nextId()
    if (this.find(id)) throw new PreferenceLogError(`${this.#file.name}: there is a line ${id} already.`)
    return id
  }

  #nextId(): string {
    do this.#sequence++
    while (this.find(`${this.#file.writer}-${this.#sequence}`))
    return `${this.#file.writer}-${this.#sequence}`
  }

  #standing(id: string | undefined): LogEntry {
    const entries = this.entries()
    const entry = id === undefined ? entries.at(-1) : entries.find((each) => each.id === id)
    if (entry) return entry
    const found = id === undefined ? 'there is no answer to undo' : `there is no standing answer ${id} to undo`
    throw new PreferenceLogError(`${this.#file.name}: ${found}.`)
  }

  async #write(...lines: readonly LogLine[]): Promise<void> {
    if (this.#refusal) throw new PreferenceLogError(`${this.#file.name}: cannot write, ${this.#refusal}.`)
    const bytes = encodeLogLines(lines)
    try {
      await this.#file.append(bytes)
      await this.#file.sync()
    } catch (cause) {
      await this.#takeBack(bytes)
      throw new PreferenceLogError(
        `${this.#file.name}: this line was not saved (${messageOf(cause)}). ` +
          'Everything before it is safe. Remove the cause, then answer again.',
        { cause },
      )
    }
    this.#length += bytes.length
    for (const line of lines) this.#records.add(line)
  }

  /** Removes what a failed write left behind, and nothing else: the next line starts on a line of its own. */
  async #takeBack(written: Uint8Array): Promise<void> {
    try {
      const rest = (await this.#file.read()).subarray(this.#length)
      if (!rest.every((byte, i) => byte === written[i])) throw new Error('somebody else wrote into it')
      await this.#file.truncate(this.#length)
      await this.#file.sync()
    } catch (cause) {
      this.#refusal = `what a failed write left behind could not be removed (${messageOf(cause)}); open it again to repair it`
    }
  }
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}
