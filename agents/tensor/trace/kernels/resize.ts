// Images in another size: each axis is a product with a matrix that says how much of each pixel each new one takes.

import type { ResizeBilinearAttrs, ResizeNearestNeighborAttrs } from '@tensorflow/tfjs'
import type { GraphBuilder } from '../../graph/builder.ts'
import { matMul, reshape } from '../../graph/operators.ts'
import type { Value } from '../../graph/value.ts'
import type { Emit, Kernels } from '../kernel.ts'

type ResizeAttributes = ResizeBilinearAttrs & ResizeNearestNeighborAttrs

/** How much of pixel `from` the new pixel `to` takes. */
type Share = (to: number, from: number) => number
type ShareOfAxis = (
  full: number,
  wanted: number,
  options: Pick<ResizeAttributes, 'alignCorners' | 'halfPixelCenters'>,
) => Share

const resize =
  (shareOf: ShareOfAxis): Emit =>
  (build, { images }, attributes) => {
    const options = attributes as unknown as ResizeAttributes
    const [, height, width] = images!.shape as [number, number, number]
    const [tall, wide] = options.size
    const rows = matrix(build, tall, height, shareOf(height, tall, options))
    const columns = matrix(build, wide, width, shareOf(width, wide, options))
    return applyBoth(build, images!, rows, columns)
  }

/** The gradient takes the same shares the other way round. */
const resizeGradient =
  (shareOf: ShareOfAxis): Emit =>
  (build, { images, dy }, attributes) => {
    const options = attributes as unknown as ResizeAttributes
    const [, height, width] = images!.shape as [number, number, number]
    const [, tall, wide] = dy!.shape as [number, number, number]
    const [down, across] = [shareOf(height, tall, options), shareOf(width, wide, options)]
    const rows = matrix(build, height, tall, (to, from) => down(from, to))
    const columns = matrix(build, width, wide, (to, from) => across(from, to))
    return applyBoth(build, dy!, rows, columns)
  }

export const resizeKernels: Kernels = {
  ResizeBilinear: resize(bilinear),
  ResizeBilinearGrad: resizeGradient(bilinear),
  ResizeNearestNeighbor: resize(nearest),
  ResizeNearestNeighborGrad: resizeGradient(nearest),
}

function bilinear(...[full, wanted, options]: Parameters<ShareOfAxis>): Share {
  const scale = scaleOf(full, wanted, options.alignCorners)
  return (to, from) => {
    const place = options.halfPixelCenters ? scale * (to + 0.5) - 0.5 : scale * to
    const low = Math.max(0, Math.floor(place))
    const high = Math.min(full - 1, Math.ceil(place))
    const rest = place - low
    return (from === low ? 1 - rest : 0) + (from === high ? rest : 0)
  }
}

function nearest(...[full, wanted, options]: Parameters<ShareOfAxis>): Share {
  const scale = scaleOf(full, wanted, options.alignCorners)
  return (to, from) => {
    const place = options.halfPixelCenters ? scale * (to + 0.5) : scale * to
    const whole = options.alignCorners ? Math.round(place) : Math.floor(place)
    return from === Math.min(full - 1, Math.max(0, whole)) ? 1 : 0
  }
}

function scaleOf(full: number, wanted: number, alignCorners: boolean): number {
  return alignCorners && wanted > 1 ? (full - 1) / (wanted - 1) : full / wanted
}

function matrix(build: GraphBuilder, rows: number, columns: number, entry: Share): Value {
  const numbers = Array.from({ length: rows * columns }, (_, i) => entry(Math.floor(i / columns), i % columns))
  return build.constant(numbers, [rows, columns], 'float32')
}

/** @param images [batch, height, width, channels] */
function applyBoth(build: GraphBuilder, images: Value, rows: Value, columns: Value): Value {
  const plain = { transposeA: false, transposeB: false }
  const [batch, height, width, channels] = images.shape as [number, number, number, number]
  const [tall, wide] = [rows.shape[0]!, columns.shape[0]!]
  const down = matMul(build, rows, reshape(build, images, [batch, height, width * channels]), plain)
  const across = matMul(build, columns, reshape(build, down, [batch * tall, width, channels]), plain)
  return reshape(build, across, [batch, tall, wide, channels])
}
