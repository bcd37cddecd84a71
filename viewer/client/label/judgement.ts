// From what a person pressed to what is said about the clips as they are stored. Pure.

import type { LabelInsight, LabelQuestion } from '../../protocol/label.ts'
import { percent } from '../dom/format.ts'
import { modeOf, nameOf } from './places.ts'
import type { LabelAnswer, LabelRanking } from './wire.ts'

export type PairChoice = 'left' | 'right' | 'equal' | 'skip'

/** A page shows clips in any order; an answer names them as they are stored. */
export function answerOf(choice: PairChoice, question: LabelQuestion): LabelAnswer['answer'] {
  if (choice === 'equal' || choice === 'skip') return choice
  const member = question.clips[choice === 'left' ? 0 : 1]?.member
  return member === 0 ? 'first' : 'second'
}

export function choiceOf(answer: LabelAnswer['answer'], question: LabelQuestion): PairChoice {
  if (answer === 'equal' || answer === 'skip') return answer
  const leftIsFirst = question.clips[0]?.member === 0
  return (answer === 'first') === leftIsFirst ? 'left' : 'right'
}

/** @param groups places on the page, best first. @returns members, best first */
export function membersOf(groups: readonly (readonly number[])[], question: LabelQuestion): number[][] {
  return groups.map((group) => group.map((place) => question.clips[place]!.member))
}

/** The decision that was under way at a time, counted from the windows' start. */
export function decisionAt(time: number, question: LabelQuestion): number {
  const longest = question.clips.reduce((best, clip) => (clip.seconds > best.seconds ? clip : best))
  const decision = Math.floor((time / longest.seconds) * longest.length + 1e-6)
  return Math.min(longest.length - 1, Math.max(0, decision))
}

/** What was answered, in words: `left is better`. */
export function sayJudgement(message: LabelAnswer | LabelRanking, question: LabelQuestion): string {
  if (message.type === 'label-ranking') return message.order === null ? 'skipped' : sayOrder(message.order, question)
  const words = { left: 'left is better', right: 'right is better', equal: 'equally good', skip: 'skipped' } as const
  return words[choiceOf(message.answer, question)]
}

/** `B, then A = C`. */
function sayOrder(order: readonly (readonly number[])[], question: LabelQuestion): string {
  const name = (member: number) =>
    nameOf(
      question.clips.findIndex((clip) => clip.member === member),
      modeOf(question),
    )
  return order.map((group) => group.map(name).join(' = ')).join(', then ')
}

/** `left, 83% sure (± 6%)`: what the reward model would have said; undefined where there is none. */
export function sayPrediction(insight: LabelInsight, question: LabelQuestion): string | undefined {
  if (insight.prediction === null) return undefined
  const { first, uncertainty } = insight.prediction
  const left = question.clips[0]?.member === 0 ? first : 1 - first
  const side = left >= 0.5 ? 'left' : 'right'
  return `${side}, ${percent(Math.max(left, 1 - left))} (± ${percent(uncertainty)})`
}
