// Reshapes, transposes and casts that change nothing, or that a neighbour can do on its own.

import { reshape, transpose } from '../operators.ts'
import { sameShape, type Value } from '../value.ts'
import type { Rule } from './rewrite.ts'

const dropIdentity: Rule = {
  name: 'drop Identity',
  ops: ['Identity'],
  apply: (node) => [node.inputs[0]!],
}

const dropSinglePiece: Rule = {
  name: 'split into one piece, concat of one',
  ops: ['Split', 'Concat'],
  apply(node) {
    const pieces = node.op === 'Split' ? node.outputs : node.inputs
    return pieces.length === 1 ? [node.inputs[0]!] : undefined
  },
}

const dropReshape: Rule = {
  name: 'reshape to the shape it has, reshape of a reshape',
  ops: ['Reshape'],
  apply(node, build) {
    const [x] = node.inputs as [Value]
    const { shape } = node.outputs[0]!
    if (sameShape(x.shape, shape)) return [x]
    if (x.producer?.op === 'Reshape') return [reshape(build, x.producer.inputs[0]!, shape)]
    return undefined
  },
}

const joinConcats: Rule = {
  name: 'concat of concats',
  ops: ['Concat'],
  apply(node, build, reads) {
    const inner = node.inputs.map((value, i) => {
      const { producer } = value!
      const joins = producer?.op === 'Concat' && producer.attributes.axis === node.attributes.axis
      return joins && reads.input(i) === 1 ? producer.inputs : [value!]
    })
    if (inner.every(({ length }) => length === 1)) return undefined
    return build.node({ ...node, inputs: inner.flat() })
  },
}

const dropExpand: Rule = {
  name: 'expand to the shape it has',
  ops: ['Expand', 'Tile'],
  apply(node) {
    const x = node.inputs[0]!
    return sameShape(x.shape, node.outputs[0]!.shape) ? [x] : undefined
  },
}

const joinTransposes: Rule = {
  name: 'transpose of a transpose, transpose that moves nothing',
  ops: ['Transpose'],
  apply(node, build) {
    const [x] = node.inputs as [Value]
    const order = node.attributes.perm as readonly number[]
    const moved = order.filter((axis) => x.shape[axis]! > 1)
    if (moved.every((axis, i) => i === 0 || moved[i - 1]! < axis)) return [reshape(build, x, node.outputs[0]!.shape)]
    if (x.producer?.op !== 'Transpose') return undefined
    const before = x.producer.attributes.perm as readonly number[]
    const joined = order.map((axis) => before[axis]!)
    return [transpose(build, x.producer.inputs[0]!, joined)]
  },
}

export const shapeRules: readonly Rule[] = [
  dropIdentity,
  dropSinglePiece,
  dropReshape,
  joinConcats,
  dropExpand,
  joinTransposes,
]
