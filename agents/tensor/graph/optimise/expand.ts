// Broadcasting as late as possible: arithmetic on few numbers first, copies of them last or never.

import type { GraphBuilder } from '../builder.ts'
import { binary, expand, unary } from '../operators.ts'
import { type Node, sameShape, splatOf, type Value } from '../value.ts'
import type { Rule } from './rewrite.ts'

const pairs = ['Add', 'Sub', 'Mul', 'Div', 'Max', 'Min']

const constantExpands: Rule = {
  name: 'with a tensor of one number: compute with the number, then expand',
  ops: pairs,
  apply(node, build) {
    const { shape } = node.outputs[0]!
    const inputs = node.inputs as readonly [Value, Value]
    const uniform = inputs.findIndex((value) => splatOf(value) !== undefined)
    const other = inputs[1 - uniform]!
    if (uniform < 0 || sameShape(other.shape, shape)) return undefined
    const scalar = build.splat(splatOf(inputs[uniform])!, [], other.type)
    const [a, b] = uniform === 0 ? [scalar, other] : [other, scalar]
    return [expand(build, binary(build, node.op, a, b), shape)]
  },
}

const unaryFirst: Rule = {
  name: 'compute before expanding',
  ops: ['Neg', 'Exp', 'Log', 'Sqrt', 'Reciprocal', 'Abs', 'Sign', 'Tanh', 'Sigmoid', 'Relu'],
  apply(node, build) {
    const source = beforeExpand(node.inputs[0]!)
    return source && [expand(build, unary(build, node.op, source, node.attributes), node.outputs[0]!.shape)]
  },
}

const pairFirst: Rule = {
  name: 'let the arithmetic broadcast, or compute before expanding',
  ops: pairs,
  apply(node, build) {
    const [a, b] = node.inputs as [Value, Value]
    const { shape } = node.outputs[0]!
    const [left, right] = [beforeExpand(a) ?? a, beforeExpand(b) ?? b]
    if (left === a && right === b) return undefined
    return [atLeast(build, binary(build, node.op, left, right), shape)]
  },
}

const joinExpansions: Rule = {
  name: 'expansion of an expansion',
  ops: ['Expand'],
  apply(node, build) {
    const source = beforeExpand(node.inputs[0]!)
    return source && [expand(build, source, node.outputs[0]!.shape)]
  },
}

const reduceFirst: Rule = {
  name: 'the sum over an expanded axis is a multiple',
  ops: ['ReduceSum', 'ReduceMean'],
  apply(node, build) {
    const source = beforeExpand(node.inputs[0]!)
    return source && sumOfExpanded(node, build, source)
  },
}

/** Only where every summed axis was expanded from one. */
function sumOfExpanded(node: Node, build: GraphBuilder, source: Value): readonly Value[] | undefined {
  const full = node.inputs[0]!.shape
  const { shape } = node.outputs[0]!
  const axes = numbersOf(node.inputs[1]!)
  const padded = [...Array<number>(full.length - source.shape.length).fill(1), ...source.shape]
  if (axes.some((axis) => padded[axis] !== 1)) return undefined
  const rest = padded.flatMap((size, axis) =>
    axes.includes(axis) ? (node.attributes.keepdims === 1 ? [1] : []) : [size],
  )
  const reshaped = build.one({ op: 'Reshape', inputs: [source, build.integers(rest)], shape: rest })
  const times = node.op === 'ReduceSum' ? axes.reduce((product, axis) => product * full[axis]!, 1) : 1
  return [atLeast(build, binary(build, 'Mul', reshaped, build.scalar(times)), shape)]
}

function numbersOf({ constant, shape }: Value): readonly number[] {
  if (!constant) throw new Error('axes are not constant')
  return 'splat' in constant ? Array<number>(shape[0]!).fill(constant.splat) : Array.from(constant.dense)
}

function beforeExpand(value: Value): Value | undefined {
  return value.producer?.op === 'Expand' ? value.producer.inputs[0] : undefined
}

function atLeast(build: GraphBuilder, value: Value, shape: readonly number[]): Value {
  return sameShape(value.shape, shape) ? value : expand(build, value, shape)
}

export const expandRules: readonly Rule[] = [constantExpands, unaryFirst, pairFirst, joinExpansions, reduceFirst]
