import { expect, test } from 'vitest'
import {
  answerOf,
  choiceOf,
  decisionAt,
  membersOf,
  type PairChoice,
  sayJudgement,
  sayPrediction,
} from '../../../../viewer/client/label/judgement.ts'
import type { LabelQuestion } from '../../../../viewer/protocol/label.ts'

function question(...members: number[]): LabelQuestion {
  const clips = members.map((member) => ({
    member,
    address: { run: 'r', clip: `c${member}` },
    start: 10,
    length: member === 0 ? 20 : 40,
    seconds: member === 0 ? 1 : 2,
  }))
  return { id: 'q', task: 't', clips, fair: true }
}

test.each<[PairChoice, number[], string]>([
  ['left', [0, 1], 'first'],
  ['right', [0, 1], 'second'],
  ['left', [1, 0], 'second'],
  ['right', [1, 0], 'first'],
  ['equal', [1, 0], 'equal'],
  ['skip', [1, 0], 'skip'],
])('%s of the members %j is %s, and back', (choice, members, answer) => {
  expect(answerOf(choice, question(...members))).toBe(answer)
  expect(choiceOf(answerOf(choice, question(...members)), question(...members))).toBe(choice)
})

test('a ranking names members, whatever lay where', () => {
  expect(membersOf([[1], [0, 2]], question(2, 0, 1))).toEqual([[0], [2, 1]])
})

test('an instant is the decision that is under way, within the longest window', () => {
  expect([0, 0.049, 0.05, 1.5, 9].map((time) => decisionAt(time, question(0, 1)))).toEqual([0, 0, 1, 30, 39])
})

test('answers and predictions are said by sides', () => {
  const shown = { id: 'i', question: 'q', milliseconds: 1 }
  const swapped = question(1, 0)
  expect(sayJudgement({ ...shown, type: 'label-answer', answer: 'first', shown: [1, 0] }, swapped)).toBe(
    'right is better',
  )
  const ranking = { ...shown, type: 'label-ranking', order: [[1], [0, 2]], shown: [2, 0, 1] } as const
  expect(sayJudgement({ ...ranking, order: [[1], [0, 2]], shown: [2, 0, 1] }, question(2, 0, 1))).toBe('C, then B = A')
  expect(sayJudgement({ ...ranking, order: null, shown: [2, 0, 1] }, question(2, 0, 1))).toBe('skipped')
  const insight = { question: 'q', prediction: { first: 0.8, uncertainty: 0.05 }, clips: [] }
  expect(sayPrediction(insight, swapped)).toBe('right, 80% (± 5%)')
  expect(sayPrediction(insight, question(0, 1))).toBe('left, 80% (± 5%)')
  expect(sayPrediction({ ...insight, prediction: null }, swapped)).toBeUndefined()
})
