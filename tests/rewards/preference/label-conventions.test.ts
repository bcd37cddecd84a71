import { expect, test } from 'vitest'
import {
  answerFromLabel,
  type LabelConventionName,
  labelConventions,
  labelFromAnswer,
} from '../../../rewards/preference/label-conventions.ts'
import { type Answer, labelValue } from '../../../rewards/preference/preference.ts'

test.each([
  ['rapref', { first: 1, second: 0, equal: 0.5 }],
  ['bpref', { first: 0, second: 1, equal: -1 }],
  ['cpl', { first: 0, second: 1, equal: 0.5 }],
  ['vpl', { first: 1, second: 0 }],
] as const)('%s labels are read in their own direction', (convention, labels) => {
  for (const [answer, label] of Object.entries(labels)) expect(answerFromLabel(convention, label)).toBe(answer)
  expect(labelConventions[convention]).toEqual(labels)
})

test('the own convention is what the losses learn from', () => {
  for (const [answer, label] of Object.entries(labelConventions.rapref))
    expect(labelValue(answer as Answer)).toBe(label)
})

test.each(Object.keys(labelConventions) as LabelConventionName[])('%s labels survive a round trip', (convention) => {
  for (const answer of Object.keys(labelConventions[convention]) as Answer[]) {
    expect(answerFromLabel(convention, labelFromAnswer(convention, answer))).toBe(answer)
  }
})

test('a number without meaning is refused with the numbers that have one', () => {
  expect(() => answerFromLabel('bpref', 0.5)).toThrow(
    'Found the label 0.5 in bpref data, expected one of 0 (first), 1 (second), -1 (equal).',
  )
  expect(() => answerFromLabel('vpl', Number.NaN)).toThrow('Found the label NaN in vpl data')
})

test('an answer that a format cannot express is refused', () => {
  expect(() => labelFromAnswer('vpl', 'equal')).toThrow("The answer 'equal' has no number in vpl data")
  expect(() => labelFromAnswer('cpl', 'skip')).toThrow("The answer 'skip' has no number in cpl data")
})
