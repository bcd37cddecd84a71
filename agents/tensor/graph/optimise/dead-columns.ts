// Gradients with respect to inputs that nobody asked for: of a product's columns, only those that are read.

import type { GraphBuilder } from '../builder.ts'
import { slice } from '../operators.ts'
import type { Node, Value } from '../value.ts'
import type { Rule } from './rewrite.ts'
import { type SliceRange, sliceOf } from './stretches.ts'

const oneLivePiece: Rule = {
  name: 'the one piece that is read, instead of all',
  ops: ['Split'],
  apply(node, build, reads) {
    const live = node.outputs.flatMap((_, position) => (reads.output(position) > 0 ? [position] : []))
    const [kept] = live
    if (node.outputs.length === 1 || live.length !== 1 || kept === undefined) return undefined
    const axis = node.attributes.axis as number
    const start = node.outputs.slice(0, kept).reduce((sum, { shape }) => sum + shape[axis]!, 0)
    const { shape } = node.outputs[kept]!
    const begin = shape.map((_, at) => (at === axis ? start : 0))
    const piece = slice(build, node.inputs[0]!, { begin, size: shape })
    // What stands for the dead pieces is never looked at.
    return node.outputs.map(() => piece)
  },
}

const columnsOfProduct: Rule = {
  name: 'columns of a product are a product with fewer columns',
  ops: ['Slice'],
  apply(node, build, reads) {
    const range = sliceOf(node)
    const product = node.inputs[0]!.producer
    if (range?.axis !== 1 || !product || !columnsLieTogether(product) || reads.input(0) > 1) return undefined
    const [a, b, bias] = product.inputs as [Value, Value, Value | undefined]
    const rows = slice(build, b, { begin: [range.start, 0], size: [range.size, b.shape[1]!] })
    const inputs = bias ? [a, rows, lastAxisOf(bias, { range, build })] : [a, rows]
    return build.node({ ...product, inputs, outputs: node.outputs })
  },
}

/** The second operand is transposed, so that columns of the product are rows of it. */
function columnsLieTogether({ op, attributes }: Node): boolean {
  return op === 'Gemm' && attributes.transB === 1
}

/** The same columns of a bias, unless it has one for all. */
function lastAxisOf(bias: Value, { range, build }: { range: SliceRange; build: GraphBuilder }): Value {
  const last = bias.shape.length - 1
  if (last < 0 || bias.shape[last] === 1) return bias
  const begin = bias.shape.map((_, axis) => (axis === last ? range.start : 0))
  return slice(build, bias, { begin, size: bias.shape.toSpliced(last, 1, range.size) })
}

export const deadColumnRules: readonly Rule[] = [oneLivePiece, columnsOfProduct]
