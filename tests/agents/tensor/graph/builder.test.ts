import { describe, expect, test } from 'vitest'
import { GraphBuilder } from '../../../../agents/tensor/graph/builder.ts'
import {
  binary,
  broadcastShape,
  inferShape,
  matMul,
  transpose,
  unary,
} from '../../../../agents/tensor/graph/operators.ts'

describe('a graph builder', () => {
  test('hands back what it built before', () => {
    const build = new GraphBuilder()
    const x = build.input('x', [2], 'float32')
    expect(unary(build, 'Exp', x)).toBe(unary(build, 'Exp', x))
    expect(unary(build, 'LeakyRelu', x, { alpha: { float: 0.1 } })).not.toBe(
      unary(build, 'LeakyRelu', x, { alpha: { float: 0.2 } }),
    )
    expect(build.graph([]).nodes).toHaveLength(3)
  })

  test('shares equal constants and keeps different ones apart', () => {
    const build = new GraphBuilder()
    expect(build.constant([1, 2], [2], 'float32')).toBe(build.constant(Float32Array.of(1, 2), [2], 'float32'))
    expect(build.constant([1, 2], [2], 'float32')).not.toBe(build.constant([1, 2], [1, 2], 'float32'))
    expect(build.constant([1, 2], [2], 'float32')).not.toBe(build.constant([1, 2], [2], 'int64'))
    expect(build.scalar(0)).not.toBe(build.scalar(-0))
  })

  test('shares long constants too, and tells apart what float32 would not', () => {
    const build = new GraphBuilder()
    const long = (last: number) => Array.from({ length: 10_000 }, (_, i) => (i < 9_999 ? i : last))
    expect(build.constant(long(2 ** 24), [10_000], 'int64')).toBe(build.constant(long(2 ** 24), [10_000], 'int64'))
    expect(build.constant(long(2 ** 24), [10_000], 'int64')).not.toBe(
      build.constant(long(2 ** 24 + 1), [10_000], 'int64'),
    )
  })

  test('keeps uniform constants as one number', () => {
    const build = new GraphBuilder()
    expect(build.constant([3, 3, 3], [3], 'float32').constant).toEqual({ splat: 3 })
    expect(build.constant([Number.NaN, Number.NaN], [2], 'float32').constant).toEqual({ splat: Number.NaN })
    expect(build.constant([0, -0], [2], 'float32').constant).toEqual({ dense: [0, -0] })
    expect(build.constant([], [0], 'int64').constant).toEqual({ dense: [] })
  })
})

describe('operators know the shape of their result', () => {
  test('of broadcasting', () => {
    expect(broadcastShape([3, 1], [2, 1, 4])).toEqual([2, 3, 4])
    expect(broadcastShape([], [5])).toEqual([5])
    expect(() => broadcastShape([3], [4])).toThrow('shapes [3] and [4] do not broadcast')
  })

  test('of products', () => {
    const build = new GraphBuilder()
    const [a, b] = [build.input('a', [2, 3], 'float32'), build.input('b', [4, 3], 'float32')]
    expect(matMul(build, a, b, { transposeA: false, transposeB: true }).shape).toEqual([2, 4])
    expect(() => matMul(build, a, b, { transposeA: false, transposeB: false })).toThrow(
      'matMul of [2,3] and [4,3]: inner sizes differ',
    )
  })

  test('of transposes and of shapes with one size left open', () => {
    const build = new GraphBuilder()
    const x = build.input('x', [2, 3, 4], 'float32')
    expect(transpose(build, x, [2, 0, 1]).shape).toEqual([4, 2, 3])
    expect(inferShape([-1, 6], 24)).toEqual([4, 6])
    expect(() => inferShape([5, 5], 24)).toThrow('cannot reshape 24 numbers to [5,5]')
    expect(binary(build, 'Add', x, build.scalar(1)).shape).toEqual([2, 3, 4])
  })
})
