// Convolutions of images and their two gradients, as products of matrices: windows times filters.

import type {
  Conv2DAttrs,
  Conv2DBackpropFilterAttrs,
  Conv2DBackpropInputAttrs,
  FusedConv2DAttrs,
} from '@tensorflow/tfjs'
import type { GraphBuilder } from '../../graph/builder.ts'
import { binary, gather, matMul, reshape, transpose } from '../../graph/operators.ts'
import type { Value } from '../../graph/value.ts'
import type { Kernels } from '../kernel.ts'
import {
  asMatrix,
  byPhase,
  type ConvolutionSettings,
  convolutionOf,
  gatherRows,
  gatherWindows,
  type Windows,
} from '../windows.ts'
import { activate } from './matmul.ts'

const plain = { transposeA: false, transposeB: false }
const transposeFirst = { transposeA: true, transposeB: false }

function convolve(build: GraphBuilder, x: Value, filter: Value, settings: ConvolutionSettings): Value {
  const { windows, outShape } = convolutionOf(x.shape, filter.shape, settings)
  const channels = filter.shape[3]!
  const rows = windowRows(build, x, windows)
  return reshape(build, matMul(build, rows, asMatrix(build, filter, channels), plain), outShape)
}

/** [batch * windows, taps * channels] */
function windowRows(build: GraphBuilder, x: Value, windows: Windows): Value {
  return asMatrix(build, gatherWindows(build, x, windows), windows.taps * x.shape[3]!)
}

export const convolutionKernels: Kernels = {
  Conv2D: (build, { x, filter }, attributes) => convolve(build, x!, filter!, attributes as unknown as Conv2DAttrs),

  FusedConv2D: (build, { x, filter, bias, preluActivationWeights }, attributes) => {
    if (preluActivationWeights) throw new RangeError("fused activation 'prelu'; apply it after the convolution")
    const settings = attributes as unknown as FusedConv2DAttrs
    const product = convolve(build, x!, filter!, settings)
    return activate(build, bias ? binary(build, 'Add', product, bias) : product, settings.activation)
  },

  // The product transposes its first operand, which is copied for that: the narrower one.
  Conv2DBackpropFilter: (build, { x, dy }, attributes) => {
    const settings = attributes as unknown as Conv2DBackpropFilterAttrs
    const { windows } = convolutionOf(x!.shape, settings.filterShape, settings)
    const rows = windowRows(build, x!, windows)
    const slopes = asMatrix(build, dy!, dy!.shape[3]!)
    if (rows.shape[1]! < slopes.shape[1]!) {
      return reshape(build, matMul(build, rows, slopes, transposeFirst), settings.filterShape)
    }
    const [height, width, channels, filters] = settings.filterShape
    // Of three axes: the runtime would fold a plain transpose into the product, and transpose the wider one after all.
    const byFilter = reshape(build, matMul(build, slopes, rows, transposeFirst), [filters, height * width, channels])
    return reshape(build, transpose(build, byFilter, [1, 2, 0]), settings.filterShape)
  },

  // A pixel's gradient is a product of the windows that see it with the filters' taps that it is under.
  Conv2DBackpropInput: (build, { dy, filter }, attributes) => {
    const settings = attributes as unknown as Conv2DBackpropInputAttrs
    const { windows } = convolutionOf(settings.inputShape, filter!.shape, settings)
    const [batch, , , channels] = settings.inputShape
    const filters = filter!.shape[3]!
    const slopes = reshape(build, dy!, [batch, windows.count, filters])
    const tapFilters = reshape(build, filter!, [windows.taps, channels, filters])
    return byPhase(build, windows, settings.inputShape, (taps, pixels) => {
      const order = Array.from({ length: pixels }, (_, pixel) => taps.map((tap) => tap.windowOf[pixel]!)).flat()
      const seen = asMatrix(build, gatherRows(build, slopes, { order, outside: 0 }), taps.length * filters)
      const numbers = build.constant(
        taps.map((tap) => tap.number),
        [taps.length],
        'int32',
      )
      const perTap = transpose(build, gather(build, tapFilters, numbers, 0), [0, 2, 1])
      const product = matMul(build, seen, asMatrix(build, perTap, channels), plain)
      return reshape(build, product, [batch, pixels, channels])
    })
  },
}
