// Products of matrices and of stacks of matrices.

import type { BatchMatMulAttrs } from '@tensorflow/tfjs'
import type { GraphBuilder } from '../../graph/builder.ts'
import { binary, matMul, unary } from '../../graph/operators.ts'
import type { Value } from '../../graph/value.ts'
import type { Kernels } from '../kernel.ts'

const activations: Readonly<Record<string, string>> = { relu: 'Relu', sigmoid: 'Sigmoid', tanh: 'Tanh', elu: 'Elu' }

export const matMulKernels: Kernels = {
  BatchMatMul: (build, { a, b }, attributes) => {
    const { transposeA, transposeB } = attributes as unknown as BatchMatMulAttrs
    return matMul(build, a!, b!, { transposeA, transposeB })
  },
  _FusedMatMul: (build, { a, b, bias }, attributes) => {
    const { transposeA, transposeB } = attributes as unknown as BatchMatMulAttrs
    const product = matMul(build, a!, b!, { transposeA, transposeB })
    const shifted = bias ? binary(build, 'Add', product, bias) : product
    return activate(build, shifted, attributes.activation as string | undefined)
  },
}

export function activate(build: GraphBuilder, x: Value, name: string | undefined): Value {
  if (name === undefined || name === 'linear') return x
  const op = activations[name]
  if (!op) throw new RangeError(`fused activation '${name}'; known: linear, ${Object.keys(activations).join(', ')}`)
  return unary(build, op, x)
}
