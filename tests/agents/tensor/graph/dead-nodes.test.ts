import { describe, expect, test } from 'vitest'
import { prepareGraph } from '../../../../agents/tensor/executors/prepare.ts'
import type { Graph, Node, Value } from '../../../../agents/tensor/graph/value.ts'
import { registeredPrograms } from '../../../support/programs/registered.ts'

/** Everything that the outputs depend on, found backwards from them. */
function reachedFrom(graph: Graph): ReadonlySet<Value> {
  const reached = new Set<Value>()
  const waiting = graph.outputs.map(({ value }) => value)
  for (let value = waiting.pop(); value; value = waiting.pop()) {
    if (reached.has(value)) continue
    reached.add(value)
    for (const input of value.producer?.inputs ?? []) if (input) waiting.push(input)
  }
  return reached
}

const describeNode = ({ op, outputs }: Node) => `${op} [${outputs.map(({ shape }) => shape.join()).join('] [')}]`

describe('what is compiled of a program', () => {
  test.each(registeredPrograms.map((make) => make().program))('$name is read by some output', (program) => {
    const { graph } = prepareGraph(program).packed
    const reached = reachedFrom(graph)
    const dead = graph.nodes.filter(({ outputs }) => !outputs.some((value) => reached.has(value)))
    expect(dead.map(describeNode)).toEqual([])
    expect(graph.inputs.filter(({ value }) => !reached.has(value)).map(({ name }) => name)).toEqual([])
    // Of a tensor that is cut apart, half is not thrown away.
    const wasteful = graph.nodes.filter(
      ({ op, outputs }) => op === 'Split' && outputs.filter((value) => reached.has(value)).length < outputs.length / 2,
    )
    expect(wasteful.map(describeNode)).toEqual([])
  })
})
