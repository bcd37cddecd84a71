import { expect, test } from 'vitest'
import { GraphBuilder } from '../../../../agents/tensor/graph/builder.ts'
import { narrowSplits } from '../../../../agents/tensor/graph/narrow-splits.ts'
import { type Graph, sizeOf } from '../../../../agents/tensor/graph/value.ts'

function splitInto(sizes: readonly number[]): Graph {
  const build = new GraphBuilder()
  const whole = build.input('whole', [2, sizes.reduce((sum, size) => sum + size, 0)], 'float32')
  const pieces = build.node({
    op: 'Split',
    inputs: [whole, build.integers(sizes)],
    attributes: { axis: 1 },
    outputs: sizes.map((size) => ({ shape: [2, size], type: 'float32' })),
  })
  return build.graph(pieces.map((value, i) => ({ name: `piece${i}`, value })))
}

/** Where each output begins along the axis, found by walking up its splits. */
function beginsOf({ outputs }: Graph): number[] {
  return outputs.map(({ value }) => {
    let begin = 0
    for (let piece = value; piece.producer; piece = piece.producer.inputs[0]!) {
      for (const before of piece.producer.outputs) {
        if (before === piece) break
        begin += before.shape[1]!
      }
    }
    return begin
  })
}

test.each([8, 13, 49, 50, 60])('%i pieces become splits into at most seven, each piece where it was', (count) => {
  const sizes = Array.from({ length: count }, (_, i) => (i % 3) + 1)
  const graph = narrowSplits(splitInto(sizes), 7)
  expect(Math.max(...graph.nodes.map(({ outputs }) => outputs.length))).toBeLessThanOrEqual(7)
  expect(graph.outputs.map(({ value }) => sizeOf(value.shape))).toEqual(sizes.map((size) => 2 * size))
  expect(beginsOf(graph)).toEqual(beginsOf(splitInto(sizes)))
  for (const { inputs, outputs } of graph.nodes) {
    const given = inputs[1]!.constant!
    const told = 'dense' in given ? [...Array.from(given.dense)] : outputs.map(() => given.splat)
    expect(told).toEqual(outputs.map(({ shape }) => shape[1]))
  }
})

test('few pieces stay one split', () => {
  expect(narrowSplits(splitInto([1, 2, 3, 4, 5, 6, 7]), 7).nodes).toHaveLength(1)
})
