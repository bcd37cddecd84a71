import { describe, expect, test } from 'vitest'
import { GraphBuilder } from '../../../../../agents/tensor/graph/builder.ts'
import { binary, unary } from '../../../../../agents/tensor/graph/operators.ts'
import { liveNodes, type Rule, rewriteUntilStable } from '../../../../../agents/tensor/graph/optimise/rewrite.ts'

const rename = (from: string, to: string): Rule => ({
  name: `${from} becomes ${to}`,
  ops: [from],
  apply: (node, build) => build.node({ ...node, op: to }),
})

function chain(...operators: readonly string[]) {
  const build = new GraphBuilder()
  const x = build.input('x', [2], 'float32')
  const value = operators.reduce((inner, op) => unary(build, op, inner), x)
  return build.graph([{ name: 'y', value }])
}

describe('rewriting', () => {
  test('goes on until no rule applies', () => {
    const { nodes } = rewriteUntilStable(chain('A', 'D'), [rename('A', 'B'), rename('B', 'C')])
    expect(nodes.map(({ op }) => op)).toEqual(['C', 'D'])
  })

  test('says which rules undo each other', () => {
    expect(() => rewriteUntilStable(chain('A'), [rename('A', 'B'), rename('B', 'A')])).toThrow(
      'optimiser rules still change the graph after 50 rounds: B becomes A',
    )
  })

  test('drops what no output depends on', () => {
    const build = new GraphBuilder()
    const x = build.input('x', [2], 'float32')
    unary(build, 'Dead', unary(build, 'Dying', x))
    const graph = build.graph([{ name: 'y', value: unary(build, 'Live', x) }])
    expect(liveNodes(graph).map(({ op }) => op)).toEqual(['Live'])
    expect(rewriteUntilStable(graph, []).nodes.map(({ op }) => op)).toEqual(['Live'])
  })

  test('tells rules how often a value is read, outputs included', () => {
    const build = new GraphBuilder()
    const x = build.input('x', [2], 'float32')
    const inner = unary(build, 'Inner', x)
    const sum = binary(build, 'Add', inner, unary(build, 'Other', inner))
    const seen: number[] = []
    const watch: Rule = {
      name: 'watch',
      ops: ['Add'],
      apply(_, __, reads) {
        seen.push(reads.input(0), reads.input(1), reads.output(0))
        return undefined
      },
    }
    const outputs = [
      { name: 'sum', value: sum },
      { name: 'inner', value: inner },
    ]
    rewriteUntilStable(build.graph(outputs), [watch])
    expect(seen).toEqual([3, 1, 1])
  })
})
