// Sums of gradients that arrive joined: they are summed piece by piece, so that each sum meets the product that it belongs
// to, which adds it on the way.

import { binary, concat, reshape } from '../operators.ts'
import { sameShape, type Value } from '../value.ts'
import type { Rule } from './rewrite.ts'

const sumOfConcats: Rule = {
  name: 'the sum of joined pieces is the joined sums of pieces',
  ops: ['Add'],
  apply(node, build, reads) {
    const [left, right] = node.inputs.map((value) => value!.producer)
    if (left?.op !== 'Concat' || right?.op !== 'Concat' || left.attributes.axis !== right.attributes.axis)
      return undefined
    if (reads.input(0) > 1 || reads.input(1) > 1 || left.inputs.length !== right.inputs.length) return undefined
    const pairs = left.inputs.map((value, i) => [value, right.inputs[i]] as [Value, Value])
    if (!pairs.every(([a, b]) => sameShape(a.shape, b.shape))) return undefined
    const sums = pairs.map(([a, b]) => binary(build, 'Add', a, b))
    return [concat(build, sums, left.attributes.axis as number)]
  },
}

const sumOfReshapes: Rule = {
  name: 'sum, then reshape',
  ops: ['Add'],
  apply(node, build, reads) {
    const [left, right] = node.inputs.map((value) => value!.producer)
    if (left?.op !== 'Reshape' || right?.op !== 'Reshape' || reads.input(0) > 1 || reads.input(1) > 1) return undefined
    const [a, b] = [left.inputs[0]!, right.inputs[0]!]
    const { shape } = node.outputs[0]!
    if (!sameShape(a.shape, b.shape) || !node.inputs.every((value) => sameShape(value!.shape, shape))) return undefined
    return [reshape(build, binary(build, 'Add', a, b), shape)]
  },
}

export const sumRules: readonly Rule[] = [sumOfConcats, sumOfReshapes]
