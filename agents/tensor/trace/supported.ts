// Every TensorFlow.js kernel that can be traced, by family.

import type { Kernels } from './kernel.ts'
import { activationKernels } from './kernels/activation.ts'
import { arithmeticKernels } from './kernels/arithmetic.ts'
import { compareKernels } from './kernels/compare.ts'
import { convolutionKernels } from './kernels/convolution.ts'
import { depthwiseKernels } from './kernels/depthwise.ts'
import { einsumKernels } from './kernels/einsum.ts'
import { fusedKernels } from './kernels/fused.ts'
import { matMulKernels } from './kernels/matmul.ts'
import { partsKernels } from './kernels/parts.ts'
import { poolingKernels } from './kernels/pooling.ts'
import { reduceKernels } from './kernels/reduce.ts'
import { resizeKernels } from './kernels/resize.ts'
import { shapeKernels } from './kernels/shape.ts'

export const kernelFamilies: Readonly<Record<string, Kernels>> = {
  arithmetic: arithmeticKernels,
  activation: activationKernels,
  'compare and select': compareKernels,
  reduce: reduceKernels,
  'matrix product': { ...matMulKernels, ...einsumKernels },
  images: { ...convolutionKernels, ...depthwiseKernels, ...poolingKernels, ...resizeKernels },
  parts: partsKernels,
  shape: shapeKernels,
  fused: fusedKernels,
}

export function supportedKernels(): readonly string[] {
  return Object.values(kernelFamilies)
    .flatMap((kernels) => Object.keys(kernels))
    .sort()
}

/** Supported kernels whose names are most like this one, the likest first. */
export function nearestKernels(name: string, count = 3): readonly string[] {
  const likeness = (candidate: string) => sharedPairs(name, candidate) / (name.length + candidate.length)
  return supportedKernels()
    .toSorted((a, b) => likeness(b) - likeness(a))
    .slice(0, count)
}

/** How many pairs of neighbouring letters two names have in common. */
function sharedPairs(a: string, b: string): number {
  const pairs = (name: string) => Array.from({ length: name.length - 1 }, (_, i) => name.slice(i, i + 2).toLowerCase())
  const other = new Set(pairs(b))
  return pairs(a).filter((pair) => other.has(pair)).length
}
