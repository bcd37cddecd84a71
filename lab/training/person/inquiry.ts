// The questions of a run that lie at a desk, and the file that keeps them: a run that goes on asks what it had asked, and
// nothing twice.

import type { Desk } from '../../../rewards/preference/desk.ts'
import type { DeskQuestion } from '../../../rewards/preference/desk-question.ts'
import { opaqueId } from '../../../rewards/preference/opaque-id.ts'
import type { SegmentRef } from '../../../rewards/preference/preference.ts'
import { pairOf } from '../../../rewards/quality/pair.ts'
import { type LineFile, openLineFile, readLines } from '../../files/line-file.ts'

export interface PairQuestion {
  readonly first: SegmentRef
  readonly second: SegmentRef
  /** The same start of the world, the same moment: nothing but behaviour differs. */
  readonly fair: boolean
}

export interface InquiryOptions {
  readonly desk: Desk
  readonly task: string
  /** Where the questions are kept. */
  readonly path: string
}

export class Inquiry {
  readonly desk: Desk
  readonly #task: string
  readonly #file: LineFile<DeskQuestion>
  /** Questions by pair. */
  readonly #put = new Map<string, DeskQuestion>()

  constructor({ desk, task, path }: InquiryOptions) {
    this.desk = desk
    this.#task = task
    this.#file = openLineFile<DeskQuestion>(path, () => {})
    // Written by this class alone.
    const before = readLines(path) as DeskQuestion[]
    for (const question of before) this.#remember(question)
    desk.add(before)
  }

  /** Whether the pair was put on the desk before, by this process or an earlier one. */
  has(first: SegmentRef, second: SegmentRef): boolean {
    return this.#put.has(pairOf(first, second))
  }

  /** Questions that nobody has answered yet. */
  open(): number {
    const answered = new Set(this.desk.answers().map(({ question }) => question))
    return [...this.#put.values()].filter(({ id }) => !answered.has(id)).length
  }

  /** Written down before anybody sees it. */
  put({ first, second, fair }: PairQuestion): void {
    const segments = [first, second]
    const id = opaqueId(this.#task, ...segments.flatMap(({ episode, start, length }) => [episode, start, length]))
    const question: DeskQuestion = { id, task: this.#task, segments, fair }
    this.#file.append(question)
    this.#file.sync()
    this.#remember(question)
    this.desk.add([question])
  }

  /** Its own file; the desk is closed before. */
  close(): void {
    this.#file.close()
  }

  #remember(question: DeskQuestion): void {
    const [first, second] = question.segments
    this.#put.set(pairOf(first!, second!), question)
  }
}
