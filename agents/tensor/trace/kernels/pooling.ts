// The largest number or the mean of each window, channel by channel.

import { type AvgPoolAttrs, backend_util, type MaxPoolAttrs } from '@tensorflow/tfjs'
import type { GraphBuilder } from '../../graph/builder.ts'
import { binary, expand, reduce, reshape } from '../../graph/operators.ts'
import type { Value } from '../../graph/value.ts'
import type { Shape } from '../../program.ts'
import type { Kernels } from '../kernel.ts'
import { gatherWindows, scatterWindows, type Windows, windowsOf } from '../windows.ts'

function describe(images: Shape, { filterSize, strides, pad, dimRoundingMode }: MaxPoolAttrs | AvgPoolAttrs) {
  const shape = images as [number, number, number, number]
  const info = backend_util.computePool2DInfo(shape, filterSize, strides, 1, pad, dimRoundingMode)
  const { top, bottom, left, right } = info.padInfo
  return { windows: windowsOf(info), outShape: info.outShape, padded: top + bottom + left + right > 0 }
}

const acrossTaps = { axes: [2], keepDimensions: false }

export const poolingKernels: Kernels = {
  MaxPool: (build, { x }, attributes) => {
    const { windows, outShape } = describe(x!.shape, attributes as unknown as MaxPoolAttrs)
    const seen = gatherWindows(build, x!, windows, Number.NEGATIVE_INFINITY)
    return reshape(build, reduce(build, 'ReduceMax', seen, acrossTaps), outShape)
  },
  // To the first of the largest, as TensorFlow.js has it.
  MaxPoolGrad: (build, { dy, input }, attributes) => {
    const { windows } = describe(input!.shape, attributes as unknown as MaxPoolAttrs)
    const seen = gatherWindows(build, input!, windows, Number.NEGATIVE_INFINITY)
    const [batch, count, taps, channels] = seen.shape as [number, number, number, number]
    const found = build.one({
      ...{ op: 'ArgMax', inputs: [seen], attributes: { axis: 2, keepdims: 0 } },
      ...{ shape: [batch, count, channels], type: 'int64' },
    })
    const isLargest = build.one({
      ...{ op: 'OneHot', inputs: [found, build.splat(taps, [], 'int64'), build.constant([0, 1], [2], 'float32')] },
      ...{ attributes: { axis: 2 }, shape: seen.shape },
    })
    const parts = binary(build, 'Mul', isLargest, reshape(build, dy!, [batch, count, 1, channels]))
    return scatterWindows(build, parts, windows, input!.shape)
  },

  AvgPool: (build, { x }, attributes) => {
    const { windows, outShape } = describe(x!.shape, attributes as unknown as AvgPoolAttrs)
    const sums = reduce(build, 'ReduceSum', gatherWindows(build, x!, windows), acrossTaps)
    return reshape(build, binary(build, 'Div', sums, pixelsInside(build, x!.shape, windows)), outShape)
  },
  AvgPoolGrad: (build, { dy, input }, attributes) => {
    const { windows, padded } = describe(input!.shape, attributes as unknown as AvgPoolAttrs)
    // TensorFlow.js divides by all pixels of a window forward by those inside: the gradient would not be the slope.
    if (padded) throw new RangeError("the gradient of avgPool with padding; use pad 'valid'")
    const [batch, , , channels] = input!.shape as [number, number, number, number]
    const shares = binary(build, 'Mul', dy!, build.scalar(1 / windows.taps))
    const each = reshape(build, shares, [batch, windows.count, 1, channels])
    const perTap = expand(build, each, [batch, windows.count, windows.taps, channels])
    return scatterWindows(build, perTap, windows, input!.shape)
  },
}

/** How many pixels of each window lie in the image, [windows, 1]. */
function pixelsInside(build: GraphBuilder, [, height, width]: Shape, windows: Windows): Value {
  const ones = build.splat(1, [1, height!, width!, 1], 'float32')
  return reshape(build, reduce(build, 'ReduceSum', gatherWindows(build, ones, windows), acrossTaps), [windows.count, 1])
}
