// Factors that have a name of their own, as formulas over terms and traces. What a trace is: traces.ts.

import { FactorError } from './errors.ts'
import type { Expression } from './expression.ts'
import { parseExpression } from './parse.ts'

export interface NamedFactor {
  readonly formula: string
  readonly describe: string
}

export const namedFactors: Readonly<Record<string, NamedFactor>> = {
  'time-to-success': { formula: 'mean(until(success))', describe: 'share of the steps before the first success' },
  'path-length': { formula: 'sum(travel)', describe: 'metres that the hand moved' },
  roughness: { formula: 'mean(jerk)', describe: 'mean jerk of the hand, m/s^3: less is smoother' },
  effort: { formula: 'mean(energy)', describe: 'mean square of the actions, 0 to 1' },
  'contact-force': {
    formula: 'mean(resistance)',
    describe: 'metres a step by which the hand fell short of its command: more where it pushes against something',
  },
}

const parsed: Readonly<Record<string, Expression>> = Object.fromEntries(
  Object.entries(namedFactors).map(([name, { formula }]) => [name, parseExpression(formula)]),
)

/** The one function over traces: distance of the fingertips from a box, such as an obstacle. */
export const CLEARANCE = 'clearance'
const CLEARANCE_INPUTS = 6

/** `clearance(x, y, z, a, b, c)`: metres from the box around x, y, z with half extents a, b, c. */
function clearance(box: readonly Expression[]): Expression {
  const call = (name: string, ...inputs: Expression[]): Expression => ({ kind: 'call', function: name, inputs })
  const less = (left: Expression, right: Expression): Expression => ({ kind: 'operation', operator: '-', left, right })
  const squares = ['hand-x', 'hand-y', 'hand-z'].map((name, axis) => {
    const away = call('abs', less({ kind: 'series', name }, box[axis]!))
    return call('square', call('excess', less(away, box[axis + 3]!)))
  })
  return call(
    'sqrt',
    squares.reduce((left, right): Expression => ({ kind: 'operation', operator: '+', left, right })),
  )
}

/** Puts formulas in the place of names, wherever they stand. @param own names that stand for themselves */
export function expandNames(expression: Expression, own: readonly string[]): Expression {
  const expand = (inner: Expression) => expandNames(inner, own)
  switch (expression.kind) {
    case 'number':
      return expression
    case 'series':
      return own.includes(expression.name) ? expression : (parsed[expression.name] ?? expression)
    case 'negation':
      return { ...expression, of: expand(expression.of) }
    case 'operation':
      return { ...expression, left: expand(expression.left), right: expand(expression.right) }
    case 'call': {
      const inputs = expression.inputs.map(expand)
      if (expression.function !== CLEARANCE) return { ...expression, inputs }
      if (inputs.length === CLEARANCE_INPUTS) return clearance(inputs)
      throw new FactorError(
        `${CLEARANCE} has ${inputs.length} inputs, expected ${CLEARANCE_INPUTS}: middle and half extents of a box in ` +
          'metres, such as clearance(0.1, 0.75, 0.06, 0.12, 0.01, 0.06)',
      )
    }
  }
}
