// A desk over a log in memory, with a clock and a chance that the test moves.

import { createDesk, type DeskOptions } from '../../../rewards/preference/desk.ts'
import type { GivenAnswer, GivenRanking, GivenUndo } from '../../../rewards/preference/desk-journal.ts'
import type { DeskQuestion } from '../../../rewards/preference/desk-question.ts'
import { openPreferenceLog } from '../../../rewards/preference/log.ts'
import type { LogFile } from '../../../rewards/preference/log-file.ts'
import { memoryLogFile } from '../../../rewards/preference/memory-log-file.ts'

export const anna = 'person:anna'
export const ben = 'person:ben'

export function someQuestion(
  id: string,
  change: Partial<DeskQuestion> & { readonly clips?: number } = {},
): DeskQuestion {
  const { clips = 2, ...rest } = change
  const segments = Array.from({ length: clips }, (_, i) => ({ episode: `${id}-${i}`, start: 0, length: 5 }))
  return { id, task: 'reach', segments, fair: true, ...rest }
}

export function someQuestions(count: number): DeskQuestion[] {
  return Array.from({ length: count }, (_, i) => someQuestion(`q${i}`))
}

export async function someDesk(options: Partial<DeskOptions> & { readonly file?: LogFile } = {}) {
  const { file = memoryLogFile({ name: 'labels.jsonl' }), ...rest } = options
  const log = await openPreferenceLog(file)
  const clock = { now: 1_700_000_000_000 }
  const desk = createDesk({ log, now: () => clock.now, random: () => 0.999, ...rest })
  return { desk, log, file, clock }
}

export function answerTo(question: string, change: Partial<GivenAnswer> = {}): GivenAnswer {
  return {
    ...{ kind: 'answer', id: `a-${question}`, by: anna, question, answer: 'first', shown: [0, 1], milliseconds: 900 },
    ...change,
  }
}

export function rankingOf(question: string, change: Partial<GivenRanking> = {}): GivenRanking {
  return {
    ...{ kind: 'ranking', id: `r-${question}`, by: anna, question, shown: [0, 1, 2], milliseconds: 900 },
    order: [[2], [0, 1]],
    ...change,
  }
}

export function undoOf(answer: string, change: Partial<GivenUndo> = {}): GivenUndo {
  return { kind: 'undo', id: `u-${answer}`, by: anna, answer, seat: 's', ...change }
}
