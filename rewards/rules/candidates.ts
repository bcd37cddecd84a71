// The rules that are tried: every statistic of every term, either side of thresholds that part the segments.

import type { Evidence } from '../contract.ts'
import { type Rule, type RuleSubject, rounded, ruleStatistics, statisticOf } from './rule.ts'

/** Shares of the segments below a threshold. */
const shares = [0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9]

/** @param series names of terms and traces that every segment has */
export function candidateRules(segments: readonly Evidence[], series: readonly string[]): Rule[] {
  return series.flatMap((name) =>
    ruleStatistics.flatMap((statistic) => {
      const subject = (side: RuleSubject['side']): RuleSubject => ({ statistic, series: name, side })
      const values = segments.map((segment) => statisticOf(subject('above'), segment)).sort((a, b) => a - b)
      return thresholds(values).flatMap((threshold): Rule[] => [
        { ...subject('above'), threshold },
        { ...subject('below'), threshold },
      ])
    }),
  )
}

/** @param sorted values. @returns some of those that have values on either side, each once */
function thresholds(sorted: readonly number[]): number[] {
  const between = shares.map((share) => rounded(sorted[Math.floor(share * (sorted.length - 1))]!))
  return [...new Set(between)].filter((threshold) => sorted[0]! < threshold || threshold < sorted.at(-1)!)
}
