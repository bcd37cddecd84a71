import { describe, expect, test } from 'vitest'
import { GraphBuilder } from '../../../../agents/tensor/graph/builder.ts'
import { anySize, freeCount } from '../../../../agents/tensor/graph/free-count.ts'
import type { Graph } from '../../../../agents/tensor/graph/value.ts'

type Build = (build: GraphBuilder, rows: number) => ReturnType<GraphBuilder['one']>

function graphOf(make: Build, rows: number): Graph {
  const build = new GraphBuilder()
  return build.graph([{ name: 'y', value: make(build, rows) }])
}

const freed = (make: Build) => freeCount(graphOf(make, 2), graphOf(make, 3))

const halved: Build = (build, rows) => {
  const x = build.input('x', [rows, 4], 'float32')
  const sizes = build.integers([2 * rows, 2])
  return build.one({ op: 'Reshape', inputs: [x, sizes], shape: [2 * rows, 2] })
}

describe('freeCount', () => {
  test('declares the rows of inputs and outputs as free', () => {
    const { inputs, outputs } = freed((build, rows) => {
      const x = build.input('x', [rows, 4], 'float32')
      return build.one({ op: 'Relu', inputs: [x], shape: [rows, 4] })
    })
    expect(inputs[0]!.declared).toEqual([anySize, 4])
    expect(outputs[0]!.declared).toEqual([anySize, 4])
  })

  test('leaves the one size of a reshape that depends on the rows to the runtime', () => {
    const { nodes, outputs } = freed(halved)
    expect(nodes[0]!.inputs[1]!.constant).toEqual({ dense: [anySize, 2] })
    expect(outputs[0]!.declared).toEqual([anySize, 2])
  })

  test.each<[string, Build, string]>([
    [
      'two sizes that depend on the rows',
      (build, rows) => {
        const x = build.input('x', [rows, rows], 'float32')
        return build.one({ op: 'Reshape', inputs: [x, build.integers([1, rows, rows])], shape: [1, rows, rows] })
      },
      'a constant of Reshape depends on the number of rows: [1,2,2] for two, [1,3,3] for three',
    ],
    [
      'an attribute that depends on the rows',
      (build, rows) => {
        const x = build.input('x', [rows, 4], 'float32')
        return build.one({ op: 'Gather', inputs: [x], attributes: { axis: rows }, shape: [rows, 4] })
      },
      'Gather for two rows is Gather, or has other attributes, for three',
    ],
    [
      'other operators',
      (build, rows) => {
        const x = build.input('x', [rows, 4], 'float32')
        return build.one({ op: rows === 2 ? 'Relu' : 'Tanh', inputs: [x], shape: [rows, 4] })
      },
      'Relu for two rows is Tanh, or has other attributes, for three',
    ],
  ])('refuses %s', (_, make, message) => {
    expect(() => freed(make)).toThrow(message)
  })
})
