// Other repositories' label numbers. They disagree on the direction, so every importer and exporter goes through this table.

import type { Answer } from './preference.ts'

/** The number that stands for each answer; an answer that a format cannot express is absent. */
export type LabelConvention = Readonly<Partial<Record<Answer, number>>>

export const labelConventions = {
  /** 1 when the first is preferred. */
  rapref: { first: 1, second: 0, equal: 0.5 },
  /** B-Pref, SURF, RUNE, MRN: 1 when the SECOND is preferred, -1 for a tie (reward_model.py). */
  bpref: { first: 0, second: 1, equal: -1 },
  /** CPL and IPL: 1 when the SECOND is preferred, 0.5 for a tie (feedback_buffer.py). */
  cpl: { first: 0, second: 1, equal: 0.5 },
  /** VPL: 1 when the first is preferred, no ties (data_utils.py). */
  vpl: { first: 1, second: 0 },
} as const satisfies Record<string, LabelConvention>

export type LabelConventionName = keyof typeof labelConventions

export class LabelConventionError extends Error {
  override readonly name = 'LabelConventionError'
}

/** @throws LabelConventionError when the number has no meaning there. */
export function answerFromLabel(convention: LabelConventionName, label: number): Answer {
  const entries = Object.entries(labelConventions[convention]) as [Answer, number][]
  const match = entries.find(([, value]) => value === label)
  if (match) return match[0]
  const known = entries.map(([answer, value]) => `${value} (${answer})`).join(', ')
  throw new LabelConventionError(`Found the label ${label} in ${convention} data, expected one of ${known}.`)
}

/** @throws LabelConventionError when that format cannot express the answer. */
export function labelFromAnswer(convention: LabelConventionName, answer: Answer): number {
  const label = (labelConventions[convention] as LabelConvention)[answer]
  if (label !== undefined) return label
  throw new LabelConventionError(`The answer '${answer}' has no number in ${convention} data: leave such pairs out.`)
}
