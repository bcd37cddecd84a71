// Agreement between people: pairs that two of them answered.

import type { LoggedAnswer } from '../preference/log-lines.ts'
import { cohensKappa } from './kappa.ts'
import { verdictOf } from './pair.ts'
import { type Share, shareOf } from './share.ts'

export interface AgreementBetween {
  /** Two people as the log names them. */
  readonly people: readonly [string, string]
  /** Of the pairs that neither skipped. */
  readonly same: Share
  /** Cohen's kappa over left, right and equal; null where it is not defined. */
  readonly kappa: number | null
}

/** For every two people with a pair in common; the first answer of each about a pair counts. */
export function agreementBetween(answers: readonly LoggedAnswer[]): AgreementBetween[] {
  const said = new Map<string, Map<string, string>>()
  for (const logged of answers) {
    const { pair, answer } = verdictOf(logged)
    if (answer === 'skip') continue
    const own = said.get(logged.by) ?? new Map<string, string>()
    said.set(logged.by, own)
    if (!own.has(pair)) own.set(pair, answer)
  }
  const people = [...said.keys()].sort()
  return people.flatMap((one, i) =>
    people.slice(i + 1).flatMap((other) => {
      const ratings = inCommon(said.get(one)!, said.get(other)!)
      return ratings.length === 0 ? [] : [compare([one, other], ratings)]
    }),
  )
}

function inCommon(ones: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>): [string, string][] {
  return [...ones].flatMap(([pair, answer]) => {
    const other = others.get(pair)
    return other === undefined ? [] : [[answer, other] as [string, string]]
  })
}

function compare(people: readonly [string, string], ratings: readonly (readonly [string, string])[]): AgreementBetween {
  const kappa = cohensKappa(ratings)
  return { people, same: shareOf(ratings, ([a, b]) => a === b), kappa: Number.isNaN(kappa) ? null : kappa }
}
