// Between the words of the desk and those of the page.

import type { DeskProgress } from '../../rewards/preference/desk.ts'
import type { DeskGiven, DeskReply } from '../../rewards/preference/desk-journal.ts'
import type { OfferedQuestion } from '../../rewards/preference/desk-question.ts'
import type { LabelGiven, LabelQuestion, LabelServerMessage } from '../protocol/label.ts'
import { labelAddress } from './label-address.ts'
import type { Labelling } from './labelling.ts'

const person = 'person:'
/** Shown on the page; more have answered than fit there. */
const peopleShown = 64

export function personOf(annotator: string): string {
  return person + annotator
}

export function givenOf(message: LabelGiven, by: { readonly seat: string; readonly annotator: string }): DeskGiven {
  const common = { id: message.id, by: personOf(message.annotator ?? by.annotator) }
  switch (message.type) {
    case 'label-undo':
      return { ...common, kind: 'undo', answer: message.answer, seat: by.seat }
    case 'label-answer':
      return { ...message, ...common, kind: 'answer' }
    case 'label-ranking':
      return { ...message, ...common, kind: 'ranking' }
  }
}

export function replyMessage(id: string, reply: DeskReply): LabelServerMessage {
  if (reply.kind === 'refused') return { type: 'label-refused', id, code: reply.code, message: reply.message }
  const { question, answer } = reply
  return { type: reply.kind === 'saved' ? 'label-saved' : 'label-undone', id, question, answer }
}

export function offerMessage(labelling: Labelling, seat: string): LabelServerMessage {
  const { questions, state } = labelling.desk.offer(seat)
  return { type: 'label-offer', questions: questions.map((each) => questionMessage(each, labelling)), state }
}

/** Field by field: nothing may slip through that tells a repetition from a first time. */
function questionMessage(
  { id, task, fair, segments, shown }: OfferedQuestion,
  { seconds }: Pick<Labelling, 'seconds'>,
): LabelQuestion {
  const clips = shown.map((member) => {
    const segment = segments[member]!
    const { start, length } = segment
    return { member, address: labelAddress(id, member), start, length, seconds: seconds(segment) }
  })
  return { id, task, fair, clips }
}

export function progressMessage({ answered, skipped, wanted, people }: DeskProgress): LabelServerMessage {
  const shown = people
    .filter(({ by }) => by.startsWith(person))
    .map((each) => ({
      name: each.by.slice(person.length),
      answered: each.answered,
      skipped: each.skipped,
      here: each.here,
    }))
  return { type: 'label-progress', answered, skipped, wanted, people: shown.slice(0, peopleShown) }
}
