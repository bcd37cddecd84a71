import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { GraphBuilder } from '../../../../agents/tensor/graph/builder.ts'
import type { Value } from '../../../../agents/tensor/graph/value.ts'
import { byPhase, gatherWindows, type Tap, windowsOf } from '../../../../agents/tensor/trace/windows.ts'

const { computeConv2DInfo } = tf.backend_util

function windowsFor(side: number, window: number, stride: number, pad: 'same' | 'valid') {
  return windowsOf(computeConv2DInfo([2, side, side, 3], [window, window, 3, 4], stride, 1, pad))
}

const opsOf = (build: GraphBuilder) => build.graph([]).nodes.map(({ op }) => op)

describe('windows over images', () => {
  test.each<[string, number, number, number, 'same' | 'valid', string[]]>([
    ['are copied by one gather', 5, 3, 2, 'valid', ['Reshape', 'Gather', 'Reshape']],
    ['see one row of nothing beyond the edge', 5, 3, 2, 'same', ['Reshape', 'Concat', 'Gather', 'Reshape']],
    ['are the image itself where each is one pixel', 5, 1, 1, 'valid', ['Reshape', 'Reshape']],
  ])('%s', (_, side, window, stride, pad, expected) => {
    const build = new GraphBuilder()
    const windows = windowsFor(side, window, stride, pad)
    const found = gatherWindows(build, build.input('x', [2, side, side, 3], 'float32'), windows)
    expect(found.shape).toEqual([2, windows.count, window * window, 3])
    expect(opsOf(build)).toEqual(expected)
  })

  test('see the pixels of each phase under the same taps, and each pixel once', () => {
    const build = new GraphBuilder()
    const seen: { taps: readonly Tap[]; pixels: number }[] = []
    const found = byPhase(build, windowsFor(7, 3, 2, 'valid'), [2, 7, 7, 3], (taps, pixels): Value => {
      seen.push({ taps, pixels })
      return build.input(`phase${seen.length}`, [2, pixels, 3], 'float32')
    })
    expect(found.shape).toEqual([2, 7, 7, 3])
    expect(seen.map(({ pixels }) => pixels)).toEqual([16, 12, 12, 9])
    expect(seen.map(({ taps }) => taps.map(({ number }) => number))).toEqual([[0, 2, 6, 8], [1, 7], [3, 5], [4]])
    // Corners are seen by one window, under its own corner.
    expect(seen[0]!.taps.map(({ windowOf }) => windowOf[0])).toEqual([0, -1, -1, -1])
  })
})
