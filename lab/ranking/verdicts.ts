// What a ranking says of pairs of episodes: the tree teacher's rule, with deviations over all episodes shown.

import type { Evidence } from '../../rewards/contract.ts'
import { type Factor, factorValue, factorWords } from '../../rewards/factors/factor.ts'
import { isConstant, marginOf, noSpread, widened } from '../../rewards/factors/spread.ts'
import { decide } from '../../rewards/teachers/tree.ts'
import type { RankingVerdict } from '../../viewer/protocol/ranking.ts'
import type { RankingSample } from './sample.ts'

export interface Verdicts {
  /** One a pair. */
  readonly verdicts: readonly RankingVerdict[]
  /** Levels that can never decide. */
  readonly notes: readonly string[]
}

/** @throws FactorError where a factor is no number on an episode */
export function verdictsOf({ pairs, evidence }: RankingSample, factors: readonly Factor[]): Verdicts {
  const levels = factors.map((factor) => {
    const values = new Map([...evidence].map(([id, each]: [string, Evidence]) => [id, factorValue(factor, each)]))
    const spread = [...values.values()].reduce(widened, noSpread)
    return { factor, values, margin: marginOf(factor.margin, spread), constant: isConstant(spread) }
  })
  const verdicts = pairs.map(({ first, second }): RankingVerdict => {
    const { answer, reason } = decide(
      levels.map(({ factor, values, margin }) => ({
        factor: factorWords(factor),
        values: [values.get(first)!, values.get(second)!],
        margin,
      })),
    )
    const { level = null, difference = null, margin = null } = reason ?? {}
    return { answer, level, difference, margin }
  })
  const notes = levels
    .filter(({ constant }) => constant)
    .map(({ factor }) => `"${factorWords(factor)}" is the same in all of these episodes: it cannot decide here`)
  return { verdicts, notes }
}
