// Cutting tensors apart, joining them, and picking entries out of them.

import type { GatherV2Attrs, SliceAttrs, SplitVAttrs } from '@tensorflow/tfjs'
import type { GraphBuilder } from '../../graph/builder.ts'
import { binary, concat, gather, reshape, slice, transpose } from '../../graph/operators.ts'
import { sizeOf, type Value } from '../../graph/value.ts'
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
    const { begin, size } = attributes as unknown as SliceAttrs
    return slice(build, x!, sliceRange(x!, [begin].flat(), [size ?? []].flat()))
  },
  GatherV2: (build, { x, indices }, attributes) => {
    const { axis, batchDims } = attributes as unknown as GatherV2Attrs
    const at = fromStart(axis, x!.shape.length)
    return batchDims === 0 ? gather(build, x!, indices!, at) : gatherInBatches(build, x!, indices!, { at, batchDims })
  },
}

/** Batches of [before, entries, after] become one list of entries, [batches * entries, before, after]. */
function gatherInBatches(
  build: GraphBuilder,
  x: Value,
  indices: Value,
  { at, batchDims }: { readonly at: number; readonly batchDims: number },
): Value {
  const entries = x.shape[at]!
  const picked = indices.shape.slice(batchDims)
  const [batches, before, after] = [x.shape.slice(0, batchDims), x.shape.slice(batchDims, at), x.shape.slice(at + 1)]
  const [count, rows, columns, picks] = [sizeOf(batches), sizeOf(before), sizeOf(after), sizeOf(picked)]
  const parted = reshape(build, x, [count, rows, entries, columns])
  const list = reshape(build, transpose(build, parted, [0, 2, 1, 3]), [count * entries, rows, columns])
  const offsets = build.constant(
    Array.from({ length: count }, (_, batch) => batch * entries),
    [count, 1],
    'int32',
  )
  const found = gather(build, list, binary(build, 'Add', reshape(build, indices, [count, picks]), offsets), 0)
  return reshape(build, transpose(build, found, [0, 2, 1, 3]), [...batches, ...before, ...picked, ...after])
}

/** Axes that are not given are taken whole; a size of -1 is the rest. */
function sliceRange({ shape }: Value, given: readonly number[], sizes: readonly number[]) {
  const begin = shape.map((_, axis) => given[axis] ?? 0)
  const size = shape.map((full, axis) => ((sizes[axis] ?? -1) < 0 ? full - begin[axis]! : sizes[axis]!))
  const fits = shape.every((full, axis) => begin[axis]! >= 0 && size[axis]! >= 0 && begin[axis]! + size[axis]! <= full)
  if (fits) return { begin, size }
  throw new RangeError(`[${sizes}] from [${given}] lies outside of [${shape}]`)
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
