// Windows that slide over images: their pixels copied beside each other, and added back to where they came from.
//
// Everything stays in TensorFlow.js' order, [batch, height, width, channels]: a pixel is one row of channels, so that
// moving pixels is a Gather of rows and a convolution a plain product of matrices. On one core that was faster than
// ONNX's Conv and ConvTranspose, whose own order of axes would need transposes too (agents/README.md has the figures).

import { backend_util, type Conv2DAttrs } from '@tensorflow/tfjs'
import type { GraphBuilder } from '../graph/builder.ts'
import { concat, gather, reduce, reshape } from '../graph/operators.ts'
import { sizeOf, type Value } from '../graph/value.ts'
import type { Shape } from '../program.ts'

/** One axis of an image and the windows along it. */
interface Axis {
  readonly size: number
  readonly windows: number
  /** Pixels of each window. */
  readonly taps: number
  readonly stride: number
  /** From one tap to the next. */
  readonly dilation: number
  /** Padding in front. */
  readonly before: number
}

export interface Windows {
  readonly down: Axis
  readonly across: Axis
  /** Windows in an image. */
  readonly count: number
  /** Pixels in a window. */
  readonly taps: number
}

export function windowsOf(info: backend_util.Conv2DInfo): Windows {
  if (info.dataFormat !== 'channelsLast') throw new RangeError('images as [batch, channels, height, width]; use NHWC')
  const down = {
    ...{ size: info.inHeight, windows: info.outHeight, taps: info.filterHeight },
    ...{ stride: info.strideHeight, dilation: info.dilationHeight, before: info.padInfo.top },
  }
  const across = {
    ...{ size: info.inWidth, windows: info.outWidth, taps: info.filterWidth },
    ...{ stride: info.strideWidth, dilation: info.dilationWidth, before: info.padInfo.left },
  }
  return { down, across, count: down.windows * across.windows, taps: down.taps * across.taps }
}

/** What TensorFlow.js says of a convolution; not every kernel says all of it. */
export interface ConvolutionSettings extends Pick<Conv2DAttrs, 'strides' | 'pad' | 'dimRoundingMode'> {
  readonly dilations?: Conv2DAttrs['dilations']
  readonly dataFormat?: Conv2DAttrs['dataFormat']
  /** Whether each channel has filters of its own. */
  readonly depthwise?: boolean
}

export interface Convolution {
  readonly windows: Windows
  /** [batch, height, width, channels] */
  readonly outShape: readonly number[]
}

/**
 * @param images shape, [batch, height, width, channels]
 * @param filter shape, [height, width, channels, filters]
 */
export function convolutionOf(images: Shape, filter: Shape, settings: ConvolutionSettings): Convolution {
  type Four = [number, number, number, number]
  const { strides, dilations = 1, pad, dimRoundingMode, dataFormat = 'NHWC', depthwise = false } = settings
  const info = backend_util.computeConv2DInfo(
    ...([images as Four, filter as Four] as const),
    ...([strides, dilations, pad, dimRoundingMode, depthwise] as const),
    backend_util.convertConv2DDataFormat(dataFormat),
  )
  return { windows: windowsOf(info), outShape: info.outShape }
}

/**
 * @param images [batch, height, width, channels]
 * @param outside what windows see beyond the edge
 * @returns [batch, windows, taps, channels]
 */
export function gatherWindows(build: GraphBuilder, images: Value, windows: Windows, outside = 0): Value {
  const [batch, height, width, channels] = images.shape as [number, number, number, number]
  const { down, across, count, taps } = windows
  const order = range(down.windows).flatMap((i) =>
    range(across.windows).flatMap((j) =>
      range(down.taps).flatMap((u) => {
        const row = pixelAt(down, i, u)
        return range(across.taps).map((v) => joined(row, pixelAt(across, j, v), width))
      }),
    ),
  )
  const pixels = reshape(build, images, [batch, height * width, channels])
  return reshape(build, gatherRows(build, pixels, { order, outside }), [batch, count, taps, channels])
}

/** A tap of a window: row and column within the window, and their number among all taps. */
export interface Tap {
  readonly number: number
  /** By pixel of a phase, the window whose tap it is under; -1 where there is none. */
  readonly windowOf: readonly number[]
}

/**
 * The other way round: for each pixel, from the windows that see it. Pixels that lie alike relative to the windows, a
 * phase, are under the same taps: with a stride of 2 there are four phases, and a window of 3 x 3 sees their pixels
 * under 4, 2, 2 and 1 taps.
 * @param compute [batch, pixels, channels] for the pixels of a phase that has taps
 * @returns [batch, height, width, channels]
 */
export function byPhase(
  build: GraphBuilder,
  { down, across }: Windows,
  shape: readonly number[],
  compute: (taps: readonly Tap[], pixels: number) => Value,
): Value {
  const [batch, height, width, channels] = shape as [number, number, number, number]
  const places: number[] = []
  const parts = phasesOf(down).flatMap((rows) =>
    phasesOf(across).map((columns) => {
      for (const row of rows.pixels) for (const column of columns.pixels) places.push(row * width + column)
      const taps = rows.taps.flatMap((u, i) =>
        columns.taps.map((v, j): Tap => {
          const [above, left] = [rows.windowOf[i]!, columns.windowOf[j]!]
          const windowOf = above.flatMap((row) => left.map((column) => joined(row, column, across.windows)))
          return { number: u * across.taps + v, windowOf }
        }),
      )
      const pixels = rows.pixels.length * columns.pixels.length
      return taps.length === 0 ? build.splat(0, [batch, pixels, channels], 'float32') : compute(taps, pixels)
    }),
  )
  const order = Array<number>(height * width)
  places.forEach((place, i) => {
    order[place] = i
  })
  return reshape(build, gatherRows(build, concat(build, parts, 1), { order, outside: 0 }), shape)
}

/**
 * Adds up what the windows hold for each pixel.
 * @param parts [batch, windows, taps, channels]
 * @param shape of the images, [batch, height, width, channels]
 */
export function scatterWindows(build: GraphBuilder, parts: Value, windows: Windows, shape: readonly number[]): Value {
  const [batch, , , channels] = shape as [number, number, number, number]
  const rows = reshape(build, parts, [batch, windows.count * windows.taps, channels])
  return byPhase(build, windows, shape, (taps, pixels) => {
    const order = range(pixels).flatMap((pixel) =>
      taps.map((tap) => joined(tap.windowOf[pixel]!, tap.number, windows.taps)),
    )
    const found = gatherRows(build, rows, { order, outside: 0 })
    const perTap = reshape(build, found, [batch, pixels, taps.length, channels])
    return reduce(build, 'ReduceSum', perTap, { axes: [2], keepDimensions: false })
  })
}

/**
 * @param rows [batch, rows, channels]
 * @param order which row comes at each place; -1 for a row of `outside`
 */
export function gatherRows(
  build: GraphBuilder,
  rows: Value,
  { order, outside }: { readonly order: readonly number[]; readonly outside: number },
): Value {
  const [batch, count, channels] = rows.shape as [number, number, number]
  if (order.length === count && order.every((row, i) => row === i)) return rows
  if (!order.includes(-1)) return gather(build, rows, build.constant(order, [order.length], 'int32'), 1)
  const more = concat(build, [rows, build.splat(outside, [batch, 1, channels], rows.type)], 1)
  const places = order.map((row) => (row < 0 ? count : row))
  return gather(build, more, build.constant(places, [places.length], 'int32'), 1)
}

interface Phase {
  readonly pixels: readonly number[]
  readonly taps: readonly number[]
  /** By tap and pixel; -1 where there is no such window. */
  readonly windowOf: readonly (readonly number[])[]
}

function phasesOf(axis: Axis): readonly Phase[] {
  const { size, windows, stride, dilation, before } = axis
  return range(Math.min(stride, size)).map((first) => {
    const pixels = range(Math.ceil((size - first) / stride)).map((i) => first + i * stride)
    const taps = range(axis.taps).filter((tap) => (first + before - tap * dilation) % stride === 0)
    const windowOf = taps.map((tap) =>
      pixels.map((pixel) => {
        const window = (pixel + before - tap * dilation) / stride
        return window >= 0 && window < windows ? window : -1
      }),
    )
    return { pixels, taps, windowOf }
  })
}

/** -1 where a window reaches beyond the edge. */
function pixelAt({ size, stride, dilation, before }: Axis, window: number, tap: number): number {
  const pixel = window * stride + tap * dilation - before
  return pixel >= 0 && pixel < size ? pixel : -1
}

function joined(row: number, column: number, width: number): number {
  return row < 0 || column < 0 ? -1 : row * width + column
}

function range(count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => i)
}

/** Windows or pixels of a whole batch as the rows of one matrix. */
export function asMatrix(build: GraphBuilder, x: Value, columns: number): Value {
  return reshape(build, x, [sizeOf(x.shape) / columns, columns])
}
