// Who goes on to the next rung of successive halving.

import { signedRankTest } from '../../statistics/wilcoxon-signed-rank.ts'
import type { SweepFile } from '../file/schema.ts'
import { bootstrapAbove } from './paired-bootstrap.ts'

type Halving = Pick<NonNullable<SweepFile['halving']>, 'keep' | 'significance' | 'test'>

/** Scores of each condition by what pairs them: its seed and task. */
export type Scores = ReadonlyMap<string, ReadonlyMap<string, number>>

/** One-sided p-values of paired differences being above zero by chance. */
const tests = {
  wilcoxon: (differences: readonly number[]) => signedRankTest(differences, { alternative: 'greater' }).p,
  bootstrap: bootstrapAbove,
} as const

/**
 * The best `keep` of the conditions by their mean score; of these, whatever the paired test finds worse than the best is
 * dropped as well. With few seeds the test finds nothing (five pairs give Wilcoxon's p no less than 1/32), and this is
 * plain successive halving: K. Jamieson and A. Talwalkar, Non-stochastic best arm identification (AISTATS 2016).
 *
 * @returns names, the best first; of equals, the one that came first
 */
export function survivors(scores: Scores, { keep, significance, test }: Halving): string[] {
  const ranked = [...scores.keys()].sort((a, b) => mean(scores.get(b)!) - mean(scores.get(a)!))
  const kept = ranked.slice(0, Math.max(1, Math.ceil(ranked.length * keep)))
  const [best] = kept
  if (best === undefined) return []
  const worse = (name: string) => tests[test](differences(scores.get(best)!, scores.get(name)!)) <= significance
  return kept.filter((name) => name === best || !worse(name))
}

/** Of the pairs that both have. */
function differences(first: ReadonlyMap<string, number>, second: ReadonlyMap<string, number>): number[] {
  return [...first].flatMap(([pair, score]) => (second.has(pair) ? [score - second.get(pair)!] : []))
}

function mean(scores: ReadonlyMap<string, number>): number {
  return [...scores.values()].reduce((sum, score) => sum + score, 0) / Math.max(1, scores.size)
}
