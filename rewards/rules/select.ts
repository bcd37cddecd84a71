// Which few rules explain the answers: greedily, one rule after the other, for as long as each explains more.

import type { Evidence } from '../contract.ts'
import { keeps, type Rule, statisticOf } from './rule.ts'

/** A pair that somebody answered. */
export interface AnsweredPair {
  readonly first: Evidence
  readonly second: Evidence
  /** 1 first preferred, 0 second; ties explain nothing. */
  readonly label: 0 | 1
}

/** What every rule says of every pair: 1 the first keeps it and the second does not, -1 the other way round, else 0. */
export interface Verdicts {
  /** [rules][pairs] */
  readonly of: readonly Int8Array[]
  /** 1 or -1 for each pair. */
  readonly wanted: Int8Array
}

export interface SelectOptions {
  /** Most rules. */
  readonly most: number
  /** Share of the answers that a further rule must explain besides. */
  readonly least: number
}

export function verdictsOf(rules: readonly Rule[], pairs: readonly AnsweredPair[]): Verdicts {
  return {
    of: rules.map((rule) =>
      Int8Array.from(pairs, ({ first, second }) => {
        const kept = (segment: Evidence) => Number(keeps(rule, statisticOf(rule, segment)))
        return kept(first) - kept(second)
      }),
    ),
    wanted: Int8Array.from(pairs, ({ label }) => 2 * label - 1),
  }
}

/**
 * Share of pairs in which the preferred segment keeps more rules than the other; half a pair where both keep as many.
 *
 * @param chosen indices of rules. @param sample indices of pairs; all by default
 */
export function agreement(verdicts: Verdicts, chosen: readonly number[], sample = allPairs(verdicts)): number {
  const balances = new Int16Array(sample.length)
  for (const rule of chosen) addTo(balances, verdicts.of[rule]!, sample)
  return shareOf(balances, verdicts.wanted, sample)
}

/** @returns indices of the rules, the one that explains most first */
export function selectRules(verdicts: Verdicts, options: SelectOptions, sample = allPairs(verdicts)): number[] {
  const chosen: number[] = []
  const balances = new Int16Array(sample.length)
  let explained = 0.5
  while (chosen.length < options.most) {
    const shares = verdicts.of.map((verdict, rule) =>
      chosen.includes(rule) ? 0 : shareWith(balances, verdict, verdicts.wanted, sample),
    )
    const best = shares.reduce((top, share, rule) => (share > shares[top]! ? rule : top), 0)
    if (!(shares[best]! >= explained + options.least)) break
    chosen.push(best)
    explained = shares[best]!
    addTo(balances, verdicts.of[best]!, sample)
  }
  return chosen
}

const allPairs = ({ wanted }: Verdicts): readonly number[] => Array.from(wanted.keys())

/** How many more rules the first of each pair keeps. */
function addTo(balances: Int16Array, verdict: Int8Array, sample: readonly number[]): void {
  for (let i = 0; i < sample.length; i++) balances[i]! += verdict[sample[i]!]!
}

function shareOf(balances: Int16Array, wanted: Int8Array, sample: readonly number[]): number {
  let agreed = 0
  for (let i = 0; i < sample.length; i++) agreed += 1 + Math.sign(balances[i]! * wanted[sample[i]!]!)
  return agreed / (2 * sample.length)
}

/** The same with one rule more; called for every rule, so it makes no arrays. */
function shareWith(balances: Int16Array, verdict: Int8Array, wanted: Int8Array, sample: readonly number[]): number {
  let agreed = 0
  for (let i = 0; i < sample.length; i++) {
    const pair = sample[i]!
    agreed += 1 + Math.sign((balances[i]! + verdict[pair]!) * wanted[pair]!)
  }
  return agreed / (2 * sample.length)
}
