// Cutting tensors apart, joining them, and picking entries out of them.

import type { GatherV2Attrs, SplitVAttrs } from '@tensorflow/tfjs'
import type { GraphBuilder } from '../../graph/builder.ts'
import { concat, reshape, slice } from '../../graph/operators.ts'
import type { Value } from '../../graph/value.ts'
import type { Kernels } from '../kernel.ts'

export const partsKernels: Kernels = {
  Concat: (build, inputs, attributes) => {
    const parts = Object.values(inputs)
    const axis = fromStart(attributes.axis as number, parts[0]!.shape.length)
    return concat(build, parts, axis)
  },
  Pack: (build, inputs, attributes) => {
    const parts = Object.values(inputs)
    const axis = fromStart(attributes.axis as number, parts[0]!.shape.length + 1)
    return concat(
      build,
      parts.map((part) => reshape(build, part, part.shape.toSpliced(axis, 0, 1))),
      axis,
    )
  },
  Unpack: (build, { value }, attributes) => {
    const axis = fromStart(attributes.axis as number, value!.shape.length)
    const pieces = split(build, value!, { sizes: Array<number>(value!.shape[axis]!).fill(1), axis })
    return pieces.map((piece) => reshape(build, piece, piece.shape.toSpliced(axis, 1)))
  },
  SplitV: (build, { x }, attributes) => {
    const { numOrSizeSplits, axis: given } = attributes as unknown as SplitVAttrs
    const axis = fromStart(given, x!.shape.length)
    return split(build, x!, { sizes: splitSizes(x!.shape[axis]!, numOrSizeSplits), axis })
  },
  Slice: (build, { x }, attributes) => {
    const begin = attributes.begin as number[]
    const size = attributes.size as number[]
    const whole = size.map((count, axis) => (count < 0 ? x!.shape[axis]! - begin[axis]! : count))
    return slice(build, x!, { begin, size: whole })
  },
  GatherV2: (build, { x, indices }, attributes) => {
    const { axis, batchDims } = attributes as unknown as GatherV2Attrs
    if (batchDims !== 0) throw new RangeError('gather with batchDims; use a one-hot product instead')
    const at = fromStart(axis, x!.shape.length)
    const shape = x!.shape.toSpliced(at, 1, ...indices!.shape)
    return build.one({ op: 'Gather', inputs: [x, indices], attributes: { axis: at }, shape, type: x!.type })
  },
}

function fromStart(axis: number, rank: number): number {
  return axis < 0 ? axis + rank : axis
}

/** TensorFlow.js gives a number of equal pieces, or their sizes, of which one may be -1 for the rest. */
function splitSizes(full: number, given: number | number[]): readonly number[] {
  if (typeof given === 'number') return Array<number>(given).fill(full / given)
  return inferSizes(full, given)
}

function inferSizes(full: number, given: readonly number[]): readonly number[] {
  const known = given.reduce((sum, size) => (size < 0 ? sum : sum + size), 0)
  return given.map((size) => (size < 0 ? full - known : size))
}

interface SplitOptions {
  readonly sizes: readonly number[]
  readonly axis: number
}

function split(build: GraphBuilder, x: Value, { sizes, axis }: SplitOptions): readonly Value[] {
  if (sizes.length === 1) return [x]
  return build.node({
    op: 'Split',
    inputs: [x, build.integers(sizes)],
    attributes: { axis },
    outputs: sizes.map((size) => ({ shape: x.shape.toSpliced(axis, 1, size), type: x.type })),
  })
}
