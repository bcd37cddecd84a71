// Every TensorFlow.js kernel that can be traced, by family.

import type { Kernels } from './kernel.ts'
import { activationKernels } from './kernels/activation.ts'
import { arithmeticKernels } from './kernels/arithmetic.ts'
import { compareKernels } from './kernels/compare.ts'
import { fusedKernels } from './kernels/fused.ts'
import { matMulKernels } from './kernels/matmul.ts'
import { partsKernels } from './kernels/parts.ts'
import { reduceKernels } from './kernels/reduce.ts'
import { shapeKernels } from './kernels/shape.ts'

export const kernelFamilies: Readonly<Record<string, Kernels>> = {
  arithmetic: arithmeticKernels,
  activation: activationKernels,
  'compare and select': compareKernels,
  reduce: reduceKernels,
  'matrix product': matMulKernels,
  parts: partsKernels,
  shape: shapeKernels,
  fused: fusedKernels,
}

export function supportedKernels(): readonly string[] {
  return Object.values(kernelFamilies)
    .flatMap((kernels) => Object.keys(kernels))
    .sort()
}

/** agents/tensor/SUPPORTED.md, which a test compares with this. */
export function supportedTable(): string {
  const rows = Object.entries(kernelFamilies).map(([family, kernels]) => {
    const names = Object.keys(kernels).sort()
    return `| ${family} | ${names.map((name) => `\`${name}\``).join(', ')} |`
  })
  return [
    '# Operations that can be compiled',
    '',
    "TensorFlow.js' kernels by name, written from `agents/tensor/trace/supported.ts`. Many of its functions are made of",
    'several of them: `logSumExp`, `moments`, `logSoftmax`, `stack`, `squeeze`, `broadcastTo`, `tanh` and so on all',
    'compile. Any other kernel is an error that names it.',
    '',
    '| family | kernels |',
    '| --- | --- |',
    ...rows,
    '',
  ].join('\n')
}
