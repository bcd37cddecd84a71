// What a ranking says of a pair, in words. Pure.

import type { RankingVerdict } from '../../protocol/ranking.ts'

const sides = { first: 'Left is better', second: 'Right is better', equal: 'A tie' } as const

export function answerWords({ answer }: Pick<RankingVerdict, 'answer'>): string {
  return sides[answer]
}

/** Which level decided, and by how much. @param order as it was applied */
export function reasonWords({ level, difference, margin }: RankingVerdict, order: readonly string[]): string {
  if (level === null || difference === null || margin === null) return 'No level differs by more than its margin'
  return `Level ${level}, ${order[level - 1] ?? ''}: differs by ${short(difference)}, needed ${short(margin)}`
}

function short(value: number): string {
  return value === 0 ? '0' : Number(value.toPrecision(3)).toString()
}

/** How many pairs each level decides, and how many none does. */
export function decidedBy(verdicts: readonly RankingVerdict[], levels: number): { by: number[]; ties: number } {
  const by = Array.from({ length: levels }, (_, at) => verdicts.filter(({ level }) => level === at + 1).length)
  return { by, ties: verdicts.filter(({ level }) => level === null).length }
}
