// What a matrix product can do: transpose its operands, add a bias, sum rows.

import { broadcastShape, matMul, reshape } from '../operators.ts'
import { type Node, sameShape, splatOf, type Value } from '../value.ts'
import type { Rule } from './rewrite.ts'

const foldTranspose: Rule = {
  name: 'let the product transpose its operand',
  ops: ['Gemm', 'MatMul', 'FusedMatMul'],
  apply(node, build) {
    const [a, b] = node.inputs as [Value, Value]
    const [plainA, plainB] = [beforeSwap(a), beforeSwap(b)]
    if ((!plainA && !plainB) || node.inputs.length > 2) return undefined
    const transposeA = (node.attributes.transA === 1) !== (plainA !== undefined)
    const transposeB = (node.attributes.transB === 1) !== (plainB !== undefined)
    return [matMul(build, plainA ?? a, plainB ?? b, { transposeA, transposeB })]
  },
}

/** What a value was before its last two axes were swapped. */
function beforeSwap(value: Value): Value | undefined {
  if (value.producer?.op !== 'Transpose') return undefined
  const order = value.producer.attributes.perm as readonly number[]
  const rank = order.length
  const swapped = order.map((_, axis) => (axis < rank - 2 ? axis : 2 * rank - 3 - axis))
  return order.every((axis, i) => axis === swapped[i]) ? value.producer.inputs[0] : undefined
}

const foldBias: Rule = {
  name: 'let the product add the bias',
  ops: ['Add'],
  apply(node, build, reads) {
    const { shape } = node.outputs[0]!
    for (const [i, operand] of node.inputs.entries()) {
      const product = operand!.producer
      const bias = node.inputs[1 - i]!
      if (!product || !isPlainProduct(product) || reads.input(i) > 1) continue
      // The bias must broadcast to the product, not the product to the bias.
      if (!sameShape(operand!.shape, shape) || !sameShape(broadcastShape(bias.shape, shape), shape)) continue
      return build.node({ ...product, inputs: [...product.inputs, bias] })
    }
    return undefined
  },
}

function isPlainProduct(node: Node): boolean {
  return node.op === 'Gemm' && node.inputs.length === 2
}

/** Columns from which on the product is faster: five times at 64. */
const worthAProduct = 8

const sumOfRows: Rule = {
  name: 'the sum over rows is a product with a row of ones',
  ops: ['ReduceSum'],
  apply(node, build) {
    const [x, axes] = node.inputs as [Value, Value]
    const [rows, columns] = x.shape as [number, number]
    if (x.shape.length !== 2 || !sameShape(axes.shape, [1]) || splatOf(axes) !== 0) return undefined
    if (columns < worthAProduct || x.type !== 'float32') return undefined
    const ones = build.splat(1, [1, rows], 'float32')
    const sum = matMul(build, ones, x, { transposeA: false, transposeB: false })
    return [reshape(build, sum, node.outputs[0]!.shape)]
  },
}

export const productRules: readonly Rule[] = [foldTranspose, foldBias, sumOfRows]
