// What a matrix product can do on its own: transpose its operands, add a bias.

import { broadcastShape, matMul } from '../operators.ts'
import { type Node, sameShape, type Value } from '../value.ts'
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
  apply(node, build, timesRead) {
    const { shape } = node.outputs[0]!
    for (const [i, operand] of node.inputs.entries()) {
      const product = operand!.producer
      const bias = node.inputs[1 - i]!
      if (!product || !isPlainProduct(product) || timesRead(i) > 1) continue
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

export const productRules: readonly Rule[] = [foldTranspose, foldBias]
