// Arithmetic on known numbers: x * 1, x + 0, constants of constants.

import type { GraphBuilder } from '../builder.ts'
import { broadcastShape } from '../operators.ts'
import { type Node, sameShape, splatOf, type Value } from '../value.ts'
import type { Rule } from './rewrite.ts'

type Numbers = readonly number[]
const round = Math.fround

/** Rounded to float32 as the operators themselves would. */
const onNumbers: Readonly<Record<string, (x: Numbers) => number>> = {
  Add: ([a, b]) => round(a! + b!),
  Sub: ([a, b]) => round(a! - b!),
  Mul: ([a, b]) => round(a! * b!),
  Div: ([a, b]) => round(a! / b!),
  Max: ([a, b]) => Math.max(a!, b!),
  Min: ([a, b]) => Math.min(a!, b!),
  Neg: ([x]) => -x!,
  Sqrt: ([x]) => round(Math.sqrt(x!)),
  Reciprocal: ([x]) => round(1 / x!),
}

const foldNumbers: Rule = {
  name: 'compute what is known',
  ops: Object.keys(onNumbers),
  apply(node, build) {
    const known = node.inputs.map((value) => splatOf(value))
    const { shape, type } = node.outputs[0]!
    if (type !== 'float32' || known.some((number) => number === undefined)) return undefined
    return [build.splat(onNumbers[node.op]!(known as number[]), shape, type)]
  },
}

/** Numbers that leave the other operand as it is, on the right and on the left. */
const neutral: Readonly<Record<string, { readonly right: number; readonly left?: number }>> = {
  Add: { right: 0, left: 0 },
  Sub: { right: 0 },
  Mul: { right: 1, left: 1 },
  Div: { right: 1 },
  Pow: { right: 1 },
}

const dropNeutral: Rule = {
  name: 'drop x + 0, x * 1, x / 1',
  ops: Object.keys(neutral),
  apply(node) {
    const [a, b] = node.inputs as [Value, Value]
    const { right, left } = neutral[node.op]!
    const { shape } = node.outputs[0]!
    if (splatOf(b) === right && sameShape(a.shape, shape)) return [a]
    if (left !== undefined && splatOf(a) === left && sameShape(b.shape, shape)) return [b]
    return undefined
  },
}

const broadcasting = [
  'Add',
  'Sub',
  'Mul',
  'Div',
  'Max',
  'Min',
  'Pow',
  'Greater',
  'GreaterOrEqual',
  'Less',
  'LessOrEqual',
]

const scalarOperand: Rule = {
  name: 'one number instead of a tensor of it',
  ops: broadcasting,
  apply(node, build) {
    const inputs = node.inputs as readonly [Value, Value]
    for (const [i, operand] of inputs.entries()) {
      const other = inputs[1 - i]!
      const number = splatOf(operand)
      if (number === undefined || operand.shape.length === 0) continue
      if (!sameShape(broadcastShape(other.shape, []), node.outputs[0]!.shape)) continue
      const scalar = build.splat(number, [], operand.type)
      return build.node({ ...node, inputs: i === 0 ? [scalar, other] : [other, scalar] })
    }
    return undefined
  },
}

/** (x * a) * b and (x + a) + b. */
const joinNumbers: Rule = {
  name: 'join numbers of a chain',
  ops: ['Mul', 'Add'],
  apply(node, build) {
    const outer = withNumber(node)
    if (!outer || node.outputs[0]!.type !== 'float32') return undefined
    const inner = outer.tensor.producer
    if (inner?.op !== node.op) return undefined
    const within = withNumber(inner)
    if (!within) return undefined
    const joined = onNumbers[node.op]!([within.number, outer.number])
    return build.node({ ...node, inputs: [within.tensor, build.scalar(joined)] })
  },
}

interface WithNumber {
  readonly tensor: Value
  readonly number: number
}

/** The operands of a commutative node when one of them is a single number. */
function withNumber(node: Node): WithNumber | undefined {
  const [a, b] = node.inputs as [Value, Value]
  const { shape } = node.outputs[0]!
  const [left, right] = [splatOf(a), splatOf(b)]
  if (right !== undefined && sameShape(a.shape, shape)) return { tensor: a, number: right }
  if (left !== undefined && sameShape(b.shape, shape)) return { tensor: b, number: left }
  return undefined
}

const doubleNegative: Rule = {
  name: '-(-x), a - (-b), a + (-b)',
  ops: ['Neg', 'Sub', 'Add'],
  apply(node, build) {
    const [a, b] = node.inputs as [Value, Value | undefined]
    if (node.op === 'Neg') return a.producer?.op === 'Neg' ? [a.producer.inputs[0]!] : undefined
    if (b?.producer?.op !== 'Neg') return undefined
    return [flip(build, node, a, b.producer.inputs[0]!)]
  },
}

function flip(build: GraphBuilder, node: Node, a: Value, b: Value): Value {
  return build.node({ ...node, op: node.op === 'Sub' ? 'Add' : 'Sub', inputs: [a, b] })[0]!
}

export const arithmeticRules: readonly Rule[] = [foldNumbers, dropNeutral, scalarOperand, joinNumbers, doubleNegative]
