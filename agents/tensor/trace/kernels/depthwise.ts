// Convolutions of each channel by itself, with their gradients: element by element over the windows.

import type {
  DepthwiseConv2dNativeAttrs,
  DepthwiseConv2dNativeBackpropFilterAttrs,
  DepthwiseConv2dNativeBackpropInputAttrs,
} from '@tensorflow/tfjs'
import type { GraphBuilder } from '../../graph/builder.ts'
import { binary, reduce, reshape } from '../../graph/operators.ts'
import type { Value } from '../../graph/value.ts'
import type { Shape } from '../../program.ts'
import type { Kernels } from '../kernel.ts'
import {
  type Convolution,
  type ConvolutionSettings,
  convolutionOf,
  gatherWindows,
  scatterWindows,
  type Windows,
} from '../windows.ts'

interface Depthwise extends Convolution {
  readonly batch: number
  readonly channels: number
  /** Filters of each channel. */
  readonly multiples: number
}

function depthwiseOf(images: Shape, filter: Shape, settings: ConvolutionSettings): Depthwise {
  const [channels, multiples] = filter.slice(2) as [number, number]
  return { ...convolutionOf(images, filter, { ...settings, depthwise: true }), batch: images[0]!, channels, multiples }
}

export const depthwiseKernels: Kernels = {
  DepthwiseConv2dNative: (build, { x, filter }, attributes) => {
    const settings = attributes as unknown as DepthwiseConv2dNativeAttrs
    const found = depthwiseOf(x!.shape, filter!.shape, settings)
    const parts = binary(build, 'Mul', windowsOfEach(build, x!, found.windows), weightsOfEach(build, filter!, found))
    return reshape(build, sumOver(build, parts, [2]), found.outShape)
  },

  DepthwiseConv2dNativeBackpropFilter: (build, { x, dy }, attributes) => {
    const settings = attributes as unknown as DepthwiseConv2dNativeBackpropFilterAttrs
    const found = depthwiseOf(x!.shape, settings.filterShape, settings)
    const parts = binary(build, 'Mul', windowsOfEach(build, x!, found.windows), slopesOfEach(build, dy!, found))
    return reshape(build, sumOver(build, parts, [0, 1]), settings.filterShape)
  },

  DepthwiseConv2dNativeBackpropInput: (build, { dy, filter }, attributes) => {
    const settings = attributes as unknown as DepthwiseConv2dNativeBackpropInputAttrs
    const found = depthwiseOf(settings.inputShape, filter!.shape, settings)
    const parts = binary(build, 'Mul', slopesOfEach(build, dy!, found), weightsOfEach(build, filter!, found))
    return scatterWindows(build, sumOver(build, parts, [4]), found.windows, settings.inputShape)
  },
}

/** [batch, windows, taps, channels, 1] */
function windowsOfEach(build: GraphBuilder, x: Value, windows: Windows): Value {
  const seen = gatherWindows(build, x, windows)
  return reshape(build, seen, [...seen.shape, 1])
}

/** [taps, channels, multiples] */
function weightsOfEach(build: GraphBuilder, filter: Value, { windows, channels, multiples }: Depthwise): Value {
  return reshape(build, filter, [windows.taps, channels, multiples])
}

/** [batch, windows, 1, channels, multiples] */
function slopesOfEach(build: GraphBuilder, dy: Value, { batch, windows, channels, multiples }: Depthwise): Value {
  return reshape(build, dy, [batch, windows.count, 1, channels, multiples])
}

function sumOver(build: GraphBuilder, x: Value, axes: readonly number[]): Value {
  return reduce(build, 'ReduceSum', x, { axes, keepDimensions: false })
}
