// From many numbers to fewer: sums, extremes, positions of extremes, running sums.

import type { TopKAttrs } from '@tensorflow/tfjs'
import { cast, reduce } from '../../graph/operators.ts'
import type { Value } from '../../graph/value.ts'
import { axesOf, type Emit, type Kernels } from '../kernel.ts'

const over =
  (op: string, axisAttribute = 'axis'): Emit =>
  (build, { x }, attributes) => {
    const options = { axes: axesOf(x!, attributes[axisAttribute]), keepDimensions: attributes.keepDims === true }
    return reduce(build, op, x!, options)
  }

/** ONNX has no logical reductions: the least of 0 and 1 is `all`, the greatest is `any`. */
const overBooleans =
  (op: string): Emit =>
  (build, { x }, attributes) => {
    const options = { axes: axesOf(x!, attributes.axis), keepDimensions: attributes.keepDims === true }
    return cast(build, reduce(build, op, cast(build, x!, 'float32'), options), 'bool')
  }

const position =
  (op: string): Emit =>
  (build, { x }, attributes) => {
    const [axis] = axesOf(x!, attributes.axis) as [number]
    const shape = x!.shape.filter((_, at) => at !== axis)
    const found = build.one({ op, inputs: [x], attributes: { axis, keepdims: 0 }, shape, type: 'int64' })
    return cast(build, found, 'int32')
  }

export const reduceKernels: Kernels = {
  Sum: over('ReduceSum'),
  Mean: over('ReduceMean'),
  Prod: over('ReduceProd'),
  Max: over('ReduceMax', 'reductionIndices'),
  Min: over('ReduceMin'),
  All: overBooleans('ReduceMin'),
  Any: overBooleans('ReduceMax'),
  ArgMax: position('ArgMax'),
  ArgMin: position('ArgMin'),

  TopK: (build, { x }, attributes) => {
    const { k, sorted } = attributes as unknown as TopKAttrs
    const shape = [...x!.shape.slice(0, -1), k]
    const [values, found] = build.node({
      op: 'TopK',
      inputs: [x, build.integers([k])],
      attributes: { axis: -1, sorted: Number(sorted) },
      outputs: [
        { shape, type: x!.type },
        { shape, type: 'int64' },
      ],
    }) as [Value, Value]
    return [values, cast(build, found, 'int32')]
  },
  Cumsum: (build, { x }, attributes) => {
    const [axis] = axesOf(x!, attributes.axis) as [number]
    const settings = { exclusive: Number(attributes.exclusive === true), reverse: Number(attributes.reverse === true) }
    const inputs = [x, build.splat(axis, [], 'int64')]
    return build.one({ op: 'CumSum', inputs, attributes: settings, shape: x!.shape, type: x!.type })
  },

  // Sums of the rows that share a segment number, as a product with the one-hot matrix of the segments.
  UnsortedSegmentSum: (build, { x, segmentIds }, attributes) => {
    const segments = attributes.numSegments as number
    const count = segmentIds!.shape[0]!
    const shape = [segments, ...x!.shape.slice(1)]
    const rowSize = shape.slice(1).reduce((product, size) => product * size, 1)
    const depth = build.splat(segments, [], 'int32')
    const values = build.constant([0, 1], [2], 'float32')
    const oneHot = build.one({
      op: 'OneHot',
      inputs: [segmentIds, depth, values],
      attributes: { axis: 0 },
      shape: [segments, count],
    })
    const rows = build.one({
      op: 'Reshape',
      inputs: [x, build.integers([count, rowSize])],
      shape: [count, rowSize],
    })
    const sums = build.one({ op: 'Gemm', inputs: [oneHot, rows], shape: [segments, rowSize] })
    return build.one({ op: 'Reshape', inputs: [sums, build.integers(shape)], shape })
  },
}
