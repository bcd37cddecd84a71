// Operations on images, in every way that windows can lie on them.

import * as tf from '@tensorflow/tfjs'
import type { Operation } from './operation.ts'

type Images = tf.Tensor4D
type Padding = 'same' | 'valid' | number | tf.backend_util.ExplicitPadding

interface Layout {
  readonly size: readonly [number, number]
  readonly window: readonly [number, number]
  readonly stride: number | [number, number]
  readonly pad: Padding
  readonly dilation?: number
}

const layouts: Readonly<Record<string, Layout>> = {
  'every pixel': { size: [4, 5], window: [3, 3], stride: 1, pad: 'valid' },
  'every pixel, padded': { size: [4, 5], window: [3, 3], stride: 1, pad: 'same' },
  'every second pixel': { size: [7, 6], window: [3, 3], stride: 2, pad: 'valid' },
  'every second pixel, padded': { size: [5, 8], window: [3, 3], stride: 2, pad: 'same' },
  'windows smaller than the stride': { size: [7, 7], window: [2, 1], stride: 3, pad: 'valid' },
  'strides and windows of their own': { size: [8, 6], window: [4, 2], stride: [3, 2], pad: 1 },
  'padding of its own on each side': {
    ...{ size: [4, 5], window: [3, 2], stride: 2 },
    pad: [
      [0, 0],
      [2, 0],
      [1, 3],
      [0, 0],
    ],
  },
  'single pixels': { size: [3, 4], window: [1, 1], stride: 1, pad: 'valid' },
}

const dilated: Layout = { size: [7, 7], window: [3, 3], stride: 1, pad: 'same', dilation: 2 }
const [batch, channels, filters] = [2, 3, 4]

const convolutions = Object.entries({ ...layouts, 'dilated windows': dilated }).map(([name, layout]): Operation => {
  const { size, window, stride, pad, dilation = 1 } = layout
  return {
    name: `conv2d, ${name}`,
    shapes: [
      [batch, ...size, channels],
      [...window, channels, filters],
    ],
    // TensorFlow.js has no gradient of dilated convolutions.
    gradient: dilation === 1,
    apply: (x, filter) => tf.conv2d(x as Images, filter as Images, stride, pad, 'NHWC', dilation),
  }
})

const depthwise = (['every pixel', 'every second pixel, padded'] as const).map((name): Operation => {
  const { size, window, stride, pad } = layouts[name]!
  return {
    name: `depthwiseConv2d, ${name}`,
    shapes: [
      [batch, ...size, channels],
      [...window, channels, 2],
    ],
    apply: (x, filter) => tf.depthwiseConv2d(x as Images, filter as Images, stride, pad as 'same'),
  }
})

const pooling = (['every second pixel', 'windows smaller than the stride'] as const).flatMap((name): Operation[] => {
  const { size, window, stride, pad } = layouts[name]!
  const shapes = [[batch, ...size, channels]]
  return [
    { name: `maxPool, ${name}`, shapes, apply: (x) => tf.maxPool(x as Images, [...window], stride, pad as 'same') },
    { name: `avgPool, ${name}`, shapes, apply: (x) => tf.avgPool(x as Images, [...window], stride, pad as 'same') },
  ]
})

const image = [[batch, 5, 5, channels]]

export const imageOperations: readonly Operation[] = [
  ...convolutions,
  {
    name: 'conv2d, second gradient',
    shapes: [
      [1, 5, 5, 2],
      [3, 3, 2, 3],
    ],
    apply: (x, filter) => {
      const loss = (given: tf.Tensor) => tf.sum(tf.square(tf.conv2d(given as Images, filter as Images, 2, 'same')))
      return tf.grad(loss)(x!)
    },
  },
  {
    name: 'conv2dTranspose',
    shapes: [
      [batch, 3, 3, filters],
      [3, 3, channels, filters],
    ],
    apply: (dy, filter) => tf.conv2dTranspose(dy as Images, filter as Images, [batch, 6, 6, channels], 2, 'same'),
  },
  {
    name: 'fused conv2d',
    shapes: [[batch, 5, 5, channels], [3, 3, channels, filters], [filters]],
    apply: (x, filter, bias) =>
      tf.fused.conv2d({
        ...{ x: x as Images, filter: filter as Images, bias: bias! },
        ...{ strides: 2, pad: 'valid', activation: 'relu' },
      }),
  },
  ...depthwise,
  ...pooling,
  {
    name: 'maxPool, padded',
    shapes: image,
    apply: (x) => tf.maxPool(x as Images, 3, 2, 'same'),
  },
  {
    name: 'avgPool, padded',
    shapes: image,
    gradient: false,
    apply: (x) => tf.avgPool(x as Images, 3, 2, 'same'),
  },
  { name: 'resizeBilinear, larger', shapes: image, apply: (x) => tf.image.resizeBilinear(x as Images, [8, 9]) },
  { name: 'resizeBilinear, smaller', shapes: image, apply: (x) => tf.image.resizeBilinear(x as Images, [3, 2]) },
  {
    name: 'resizeBilinear, corners aligned',
    shapes: image,
    apply: (x) => tf.image.resizeBilinear(x as Images, [7, 4], true),
  },
  {
    name: 'resizeBilinear, pixel centres',
    shapes: image,
    gradient: false,
    apply: (x) => tf.image.resizeBilinear(x as Images, [7, 4], false, true),
  },
  { name: 'resizeNearestNeighbor', shapes: image, apply: (x) => tf.image.resizeNearestNeighbor(x as Images, [10, 15]) },
  {
    name: 'resizeNearestNeighbor by no whole number',
    shapes: image,
    // TensorFlow.js' gradient rounds otherwise than its forward pass.
    gradient: false,
    apply: (x) => tf.image.resizeNearestNeighbor(x as Images, [7, 8]),
  },
  {
    name: 'mirrorPad',
    shapes: [[3, 4]],
    gradient: false,
    apply: (x) => [
      tf.mirrorPad(
        x!,
        [
          [2, 1],
          [0, 3],
        ],
        'reflect',
      ),
      tf.mirrorPad(
        x!,
        [
          [3, 0],
          [1, 2],
        ],
        'symmetric',
      ),
    ],
  },
]
