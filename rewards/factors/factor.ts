// One level of a ranking: what is looked at, which way is better, and how much of a difference counts.
//
//   open                          more is better, by more than one deviation
//   less path-length beyond 0.5sd
//   more last(open) - 0.1 * effort beyond 0.02

import type { Evidence } from '../contract.ts'
import { FactorError, UnknownFactorError } from './errors.ts'
import { type Expression, seriesIn } from './expression.ts'
import { factorFunctions } from './functions.ts'
import { CLEARANCE, expandNames, namedFactors } from './named.ts'
import { parseExpression } from './parse.ts'
import { expressionValue } from './value.ts'

/** Differences up to it decide nothing. */
export type Margin =
  /** In the factor's own unit. */
  | { readonly unit: 'absolute'; readonly size: number }
  /** In standard deviations of the factor over the segments seen so far. */
  | { readonly unit: 'deviations'; readonly size: number }

export interface Factor {
  /** As it was written, without direction and margin. */
  readonly name: string
  readonly better: 'more' | 'less'
  /** Over terms and traces alone. */
  readonly formula: Expression
  readonly margin: Margin
}

const written = /^\s*(?:(more|less)\s+)?(.*?)(?:\s+beyond\s+(\S.*?))?\s*$/

/**
 * @param usual the margin of a factor that is written without one
 * @param own terms and traces that go before named factors of the same name
 * @throws FactorError with what was found and what was expected
 */
export function parseFactor(text: string, usual: Margin, own: readonly string[] = []): Factor {
  const [, better, name = '', margin] = written.exec(text) ?? []
  if (name === '') throw new FactorError(`found "${text}"; expected a factor such as "less path-length beyond 0.5sd"`)
  const formula = expandNames(parseExpression(name), own)
  checkCalls(formula)
  return {
    name,
    better: better === 'less' ? 'less' : 'more',
    formula,
    margin: margin === undefined ? usual : parseMargin(margin, text),
  }
}

function parseMargin(text: string, factor: string): Margin {
  const [, number, unit] = /^(-?\d*\.?\d+(?:e[+-]?\d+)?)\s*(sd)?$/i.exec(text) ?? []
  const size = Number(number)
  if (number !== undefined && size >= 0) return { unit: unit === undefined ? 'absolute' : 'deviations', size }
  throw new FactorError(
    `"${factor}": the margin is "${text}"; expected 0 or more, in the factor's unit (beyond 0.02) or in standard ` +
      'deviations (beyond 0.5sd)',
  )
}

function checkCalls(formula: Expression): void {
  if (formula.kind === 'negation') checkCalls(formula.of)
  if (formula.kind === 'operation') [formula.left, formula.right].forEach(checkCalls)
  if (formula.kind !== 'call') return
  const called = Object.hasOwn(factorFunctions, formula.function) ? factorFunctions[formula.function] : undefined
  if (!called) throw new UnknownFactorError('function', formula.function, [...Object.keys(factorFunctions), CLEARANCE])
  if (formula.inputs.length !== called.inputs) {
    throw new FactorError(`${formula.function} has ${formula.inputs.length} inputs, expected ${called.inputs}`)
  }
  formula.inputs.forEach(checkCalls)
}

/**
 * @param names of all terms and traces that there are
 * @throws UnknownFactorError for a name that is none of them
 */
export function checkNames({ formula }: Factor, names: readonly string[]): void {
  const unknown = seriesIn(formula).find((name) => !names.includes(name))
  if (unknown !== undefined) throw new UnknownFactorError('factor', unknown, [...names, ...Object.keys(namedFactors)])
}

/** More is better, whatever the direction. @throws FactorError where it is no number */
export function factorValue({ name, better, formula }: Factor, evidence: Evidence): number {
  const value = expressionValue(formula, evidence)
  if (!Number.isFinite(value))
    throw new FactorError(`factor "${name}" is ${value} on a segment; expected a finite number`)
  return better === 'more' ? value : -value
}

/** The same at every step, each taken for a segment of its own, [steps]. */
export function factorSteps(factor: Factor, { rewards, terms, traces = {} }: Evidence): Float64Array {
  const at = (series: Evidence['terms'], step: number) =>
    Object.fromEntries(Object.entries(series).map(([name, values]) => [name, values.subarray(step, step + 1)]))
  return Float64Array.from(rewards, (reward, step) =>
    factorValue(factor, { rewards: Float32Array.of(reward), terms: at(terms, step), traces: at(traces, step) }),
  )
}

/** As it is read in a sentence: `open`, `less path-length`. */
export function factorWords({ better, name }: Pick<Factor, 'better' | 'name'>): string {
  return better === 'less' ? `less ${name}` : name
}
