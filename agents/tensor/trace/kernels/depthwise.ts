// Convolutions of each channel by itself, with their gradients: element by element over the windows.

import {
  backend_util,
  type DepthwiseConv2dNativeAttrs,
  type DepthwiseConv2dNativeBackpropFilterAttrs,
  type DepthwiseConv2dNativeBackpropInputAttrs,
} from '@tensorflow/tfjs'
import { binary, reduce, reshape } from '../../graph/operators.ts'
import type { Shape } from '../../program.ts'
import type { Kernels } from '../kernel.ts'
import { gatherWindows, scatterWindows, windowsOf } from '../windows.ts'

type Images = [number, number, number, number]
type DepthwiseAttributes = Omit<DepthwiseConv2dNativeAttrs, 'dataFormat'> & Partial<DepthwiseConv2dNativeAttrs>

function describe(images: Shape, filter: Shape, attributes: DepthwiseAttributes) {
  const { strides, dilations, pad, dimRoundingMode, dataFormat = 'NHWC' } = attributes
  const format = backend_util.convertConv2DDataFormat(dataFormat)
  const sizes = [images as Images, filter as Images] as const
  const info = backend_util.computeConv2DInfo(...sizes, strides, dilations, pad, dimRoundingMode, true, format)
  const [, , channels, multiples] = filter as Images
  return { windows: windowsOf(info), outShape: info.outShape, channels, multiples }
}

export const depthwiseKernels: Kernels = {
  DepthwiseConv2dNative: (build, { x, filter }, attributes) => {
    const settings = attributes as unknown as DepthwiseConv2dNativeAttrs
    const { windows, outShape, channels, multiples } = describe(x!.shape, filter!.shape, settings)
    const seen = reshape(build, gatherWindows(build, x!, windows), [
      ...[outShape[0], windows.count, windows.taps, channels],
      1,
    ])
    const weights = reshape(build, filter!, [windows.taps, channels, multiples])
    const parts = binary(build, 'Mul', seen, weights)
    return reshape(build, reduce(build, 'ReduceSum', parts, { axes: [2], keepDimensions: false }), outShape)
  },

  DepthwiseConv2dNativeBackpropFilter: (build, { x, dy }, attributes) => {
    const settings = attributes as unknown as DepthwiseConv2dNativeBackpropFilterAttrs
    const { windows, outShape, channels, multiples } = describe(x!.shape, settings.filterShape, settings)
    const [batch] = outShape
    const seen = reshape(build, gatherWindows(build, x!, windows), [batch, windows.count, windows.taps, channels, 1])
    const slopes = reshape(build, dy!, [batch, windows.count, 1, channels, multiples])
    const parts = binary(build, 'Mul', seen, slopes)
    const sums = reduce(build, 'ReduceSum', parts, { axes: [0, 1], keepDimensions: false })
    return reshape(build, sums, settings.filterShape)
  },

  DepthwiseConv2dNativeBackpropInput: (build, { dy, filter }, attributes) => {
    const settings = attributes as unknown as DepthwiseConv2dNativeBackpropInputAttrs
    const { windows, outShape, channels, multiples } = describe(settings.inputShape, filter!.shape, settings)
    const slopes = reshape(build, dy!, [outShape[0], windows.count, 1, channels, multiples])
    const weights = reshape(build, filter!, [windows.taps, channels, multiples])
    const parts = reduce(build, 'ReduceSum', binary(build, 'Mul', slopes, weights), {
      axes: [4],
      keepDimensions: false,
    })
    return scatterWindows(build, parts, windows, settings.inputShape)
  },
}
