// The factors of a configuration, ready to be applied: in their order, swapped or rescaled where a sweep wants to know
// what that does.

import { FactorError, UnknownFactorError } from '../../rewards/factors/errors.ts'
import { checkNames, type Factor, parseFactor } from '../../rewards/factors/factor.ts'
import { unknownName } from '../../sim/names.ts'
import { orderOf } from '../config/ranking.ts'
import type { Config } from '../config/schema.ts'
import { ranksFactors } from '../config/teachers.ts'
import { UserError } from '../errors/user-error.ts'
import type { Method } from '../method.ts'

type Ranked = Pick<Config, 'task' | 'order' | 'ranking'>

/**
 * @param names of the terms and traces that segments have
 * @throws UserError naming the factor, what was found and what to type
 */
export function rankedFactors(config: Ranked, names: readonly string[]): Factor[] {
  const usual = { unit: 'deviations', size: config.ranking.margin } as const
  try {
    const factors = orderOf(config).map((text) => parseFactor(text, usual, names))
    for (const factor of factors) checkNames(factor, names)
    return rescaled(swapped(factors, config), config)
  } catch (error) {
    if (error instanceof UnknownFactorError) {
      throw new UserError(`order: ${unknownName(error.kind, error.found, error.known)}`)
    }
    if (error instanceof FactorError) throw new UserError(`order: ${error.message}`)
    throw error
  }
}

function swapped(factors: readonly Factor[], { ranking: { swap } }: Ranked): Factor[] {
  if (swap === 0) return [...factors]
  const [one, other] = [factors[swap - 1], factors[swap]]
  if (!one || !other) throw levelError('swap', swap, factors.length - 1)
  return factors.map((factor, index) => (index === swap - 1 ? other : index === swap ? one : factor))
}

function rescaled(factors: readonly Factor[], { ranking: { rescaled: level, by } }: Ranked): Factor[] {
  if (level > factors.length) throw levelError('rescaled', level, factors.length)
  return factors.map((factor, index) => {
    if (index !== level - 1) return factor
    const scale = { kind: 'number', value: by } as const
    return { ...factor, formula: { kind: 'operation', operator: '*', left: scale, right: factor.formula } }
  })
}

function levelError(key: string, found: number, most: number): UserError {
  return new UserError(`ranking.${key} is ${found}; expected a level from 1 to ${most}, or 0 for none`)
}

/** @throws UserError where a method goes by a ranking and nobody applies one */
export function checkRanking(config: Config, { id, reward, ranks }: Pick<Method, 'id' | 'reward' | 'ranks'>): void {
  if (!ranks || reward === 'true' || ranksFactors(config)) return
  throw new UserError(
    `teacher is ${config.teacher} and method=${id} learns from a ranking; type teacher=tree, or start from the preset ${id}`,
  )
}
