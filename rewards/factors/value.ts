// What a formula comes to on a segment. What still has one number a step at the end is averaged.

import type { Evidence } from '../contract.ts'
import { FactorError } from './errors.ts'
import type { Expression, Operator } from './expression.ts'
import { factorFunctions, steps, type Value } from './functions.ts'

/** @throws FactorError naming a term that is missing, or the step at which one is no number */
export function expressionValue(expression: Expression, evidence: Evidence): number {
  const value = worth(expression, evidence)
  if (typeof value === 'number') return value
  return value.reduce((sum, each) => sum + each, 0) / value.length
}

function worth(expression: Expression, evidence: Evidence): Value {
  switch (expression.kind) {
    case 'number':
      return expression.value
    case 'series':
      return seriesOf(expression.name, evidence)
    case 'negation':
      return combined('-', 0, worth(expression.of, evidence))
    case 'operation':
      return combined(expression.operator, worth(expression.left, evidence), worth(expression.right, evidence))
    case 'call':
      return factorFunctions[expression.function]!.of(
        expression.inputs.map((input) => worth(input, evidence)),
        evidence.rewards.length,
      )
  }
}

function seriesOf(name: string, { terms, traces = {} }: Evidence): Float64Array {
  const values = terms[name] ?? traces[name]
  if (!values) throw new FactorError(`the segment has no "${name}"; it has ${namesOf({ terms, traces }).join(', ')}`)
  const broken = values.findIndex((value) => !Number.isFinite(value))
  if (broken >= 0) {
    throw new FactorError(`"${name}" is ${values[broken]} at step ${broken} of a segment; expected a finite number`)
  }
  return Float64Array.from(values)
}

/** All that a formula may read of a segment. */
export function namesOf({ terms, traces = {} }: Pick<Evidence, 'terms' | 'traces'>): string[] {
  return [...Object.keys(terms), ...Object.keys(traces)]
}

function combined(operator: Operator, left: Value, right: Value): Value {
  const apply = arithmetic[operator]
  if (typeof left === 'number' && typeof right === 'number') return apply(left, right)
  const length = typeof left === 'number' ? (right as Float64Array).length : left.length
  const others = steps(right, length)
  return steps(left, length).map((value, step) => apply(value, others[step]!))
}

const arithmetic: Readonly<Record<Operator, (left: number, right: number) => number>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
}
