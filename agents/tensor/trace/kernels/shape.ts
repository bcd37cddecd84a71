// The same numbers in another arrangement, repeated, padded or converted; tensors of one number.

import type {
  FillAttrs,
  LinSpaceAttrs,
  MirrorPadAttrs,
  OneHotAttrs,
  PadV2Attrs,
  RangeAttrs,
  TileAttrs,
  TransposeAttrs,
} from '@tensorflow/tfjs'
import { cast, expand, gather, inferShape, reshape, transpose } from '../../graph/operators.ts'
import { type ElementType, sizeOf } from '../../graph/value.ts'
import { axesOf, type Kernels } from '../kernel.ts'

export const shapeKernels: Kernels = {
  Identity: (_, { x }) => x!,
  Cast: (build, { x }, attributes) => cast(build, x!, attributes.dtype as ElementType),
  Reshape: (build, { x }, attributes) => {
    return reshape(build, x!, inferShape(attributes.shape as number[], sizeOf(x!.shape)))
  },
  ExpandDims: (build, { input }, attributes) => {
    const at = attributes.dim as number
    return reshape(build, input!, input!.shape.toSpliced(at < 0 ? at + input!.shape.length + 1 : at, 0, 1))
  },
  Transpose: (build, { x }, attributes) => transpose(build, x!, (attributes as unknown as TransposeAttrs).perm),
  Tile: (build, { x }, attributes) => {
    const { reps } = attributes as unknown as TileAttrs
    const shape = x!.shape.map((size, axis) => size * reps[axis]!)
    if (x!.shape.every((size, axis) => size === 1 || reps[axis] === 1)) return expand(build, x!, shape)
    return build.one({ op: 'Tile', inputs: [x, build.integers(reps)], shape, type: x!.type })
  },
  Reverse: (build, { x }, attributes) => {
    const axes = axesOf(x!, attributes.dims)
    const backwards = build.integers(axes.map(() => -1))
    // Any end that lies before the first entry: counting down stops there.
    const ends = build.integers(axes.map((axis) => -x!.shape[axis]! - 1))
    const inputs = [x, backwards, ends, build.integers(axes), backwards]
    return build.one({ op: 'Slice', inputs, shape: x!.shape, type: x!.type })
  },
  PadV2: (build, { x }, attributes) => {
    const { paddings, constantValue } = attributes as unknown as PadV2Attrs
    const pads = build.integers([...paddings.map(([before]) => before), ...paddings.map(([, after]) => after)])
    const shape = x!.shape.map((size, axis) => size + paddings[axis]![0] + paddings[axis]![1])
    return build.one({ op: 'Pad', inputs: [x, pads, build.splat(constantValue, [], x!.type)], shape, type: x!.type })
  },

  // Each padded axis is read in an order that turns back at its ends.
  MirrorPad: (build, { x }, attributes) => {
    const { paddings, mode } = attributes as unknown as MirrorPadAttrs
    return paddings.reduce((padded, [before, after], axis) => {
      if (before === 0 && after === 0) return padded
      const order = mirroredOrder(x!.shape[axis]!, { before, after, repeatsEdge: mode === 'symmetric' })
      return gather(build, padded, build.constant(order, [order.length], 'int32'), axis)
    }, x!)
  },

  Fill: (build, _, attributes) => {
    const { shape, value, dtype } = attributes as unknown as FillAttrs
    return build.splat(Number(value), shape, (dtype as ElementType | undefined) ?? 'float32')
  },
  ZerosLike: (build, { x }) => build.splat(0, x!.shape, x!.type),
  OnesLike: (build, { x }) => build.splat(1, x!.shape, x!.type),
  Range: (build, _, attributes) => {
    const { start, stop, step, dtype } = attributes as unknown as RangeAttrs
    const count = Math.max(0, Math.ceil((stop - start) / step))
    const numbers = Array.from({ length: count }, (_, i) => start + i * step)
    return build.constant(numbers, [count], dtype as ElementType)
  },
  LinSpace: (build, _, attributes) => {
    const { start, stop, num } = attributes as unknown as LinSpaceAttrs
    const numbers = Array.from({ length: num }, (_, i) => start + (i * (stop - start)) / Math.max(1, num - 1))
    return build.constant(numbers, [num], 'float32')
  },
  OneHot: (build, { indices }, attributes) => {
    const { depth, onValue, offValue, dtype } = attributes as unknown as OneHotAttrs
    // The runtime has no one-hot tensors of integers at integer positions.
    const values = build.constant([offValue, onValue], [2], 'float32')
    const inputs = [indices, build.splat(depth, [], 'int32'), values]
    const oneHot = build.one({ op: 'OneHot', inputs, attributes: { axis: -1 }, shape: [...indices!.shape, depth] })
    return cast(build, oneHot, dtype as ElementType)
  },
}

interface MirrorOptions {
  readonly before: number
  readonly after: number
  /** Whether the entry at the edge comes twice. */
  readonly repeatsEdge: boolean
}

function mirroredOrder(size: number, { before, after, repeatsEdge }: MirrorOptions): readonly number[] {
  const turn = repeatsEdge ? 1 : 0
  return Array.from({ length: before + size + after }, (_, i) => {
    const entry = i - before
    if (entry < 0) return -entry - turn
    return entry < size ? entry : 2 * (size - 1) - entry + turn
  })
}
