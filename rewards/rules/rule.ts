// A rule about a segment: a statistic of a named term that lies on one side of a threshold.

import type { Evidence } from '../contract.ts'
import { FactorError } from '../factors/errors.ts'
import { factorFunctions } from '../factors/functions.ts'

export const ruleStatistics = ['mean', 'last', 'least', 'most'] as const

export type RuleStatistic = (typeof ruleStatistics)[number]

/** What a rule is about. */
export interface RuleSubject {
  readonly statistic: RuleStatistic
  /** A named term or trace. */
  readonly series: string
  readonly side: 'above' | 'below'
}

export interface Rule extends RuleSubject {
  readonly threshold: number
}

/** @throws FactorError where a segment has no such term */
export function statisticOf({ statistic, series }: RuleSubject, { terms, traces = {}, rewards }: Evidence): number {
  const values = terms[series] ?? traces[series]
  if (!values) throw new FactorError(`the segment has no "${series}"`)
  return factorFunctions[statistic]!.of([Float64Array.from(values)], rewards.length) as number
}

export function keeps({ side, threshold }: Pick<Rule, 'side' | 'threshold'>, value: number): boolean {
  return side === 'above' ? value > threshold : value < threshold
}

/** How many of the rules a segment keeps, 0 to 1: a reward. */
export function satisfiedFraction(rules: readonly Rule[], evidence: Evidence): number {
  if (rules.length === 0) return 0
  return rules.filter((rule) => keeps(rule, statisticOf(rule, evidence))).length / rules.length
}

/** In words: `the last "open" is above 0.31`. */
export function ruleWords({ statistic, series, side, threshold }: Rule): string {
  const words: Readonly<Record<RuleStatistic, string>> = {
    mean: 'the mean of',
    last: 'the last',
    least: 'the smallest',
    most: 'the largest',
  }
  return `${words[statistic]} "${series}" is ${side} ${rounded(threshold)}`
}

/** As a factor of a ranking; at a single step every statistic is the term itself. */
export function ruleFactor({ statistic, series, side, threshold }: Rule): string {
  return `${side}(${statistic}(${series}), ${rounded(threshold)})`
}

/** As much of a threshold as anybody reads. */
export function rounded(threshold: number): number {
  return Number(threshold.toPrecision(3))
}
