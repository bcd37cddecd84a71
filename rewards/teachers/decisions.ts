// Which levels of a ranking decided how many answers, and by how much: what a tree's explanations come to.

import type { Preference } from '../preference/preference.ts'
import { median } from '../quality/median.ts'

export interface LevelDecisions {
  /** From 1. */
  readonly level: number
  readonly factor: string
  readonly answers: number
  /** Median of the difference as a multiple of the margin; null where there was no margin. */
  readonly timesMargin: number | null
  /** Median of the difference, in the factor's unit. */
  readonly difference: number
}

export interface Decisions {
  readonly levels: readonly LevelDecisions[]
  /** Pairs that no level decided. */
  readonly ties: number
}

/** @param answers of one teacher that ranks factors */
export function decisionsOf(answers: readonly Pick<Preference, 'answer' | 'reason'>[]): Decisions {
  const reasons = answers.flatMap(({ reason }) => reason ?? [])
  const numbers = [...new Set(reasons.map(({ level }) => level))].sort((a, b) => a - b)
  return {
    levels: numbers.map((level) => {
      const own = reasons.filter((reason) => reason.level === level)
      const ratios = own.filter(({ margin }) => margin > 0).map(({ difference, margin }) => difference / margin)
      return {
        level,
        factor: own[0]!.factor,
        answers: own.length,
        timesMargin: ratios.length > 0 ? median(ratios) : null,
        difference: median(own.map(({ difference }) => difference)),
      }
    }),
    ties: answers.length - reasons.length,
  }
}
