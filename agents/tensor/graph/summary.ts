// What a graph costs, in numbers that can be compared before it runs.

import { type Graph, type Node, sizeOf, type Value } from './value.ts'

export interface OperatorSummary {
  readonly op: string
  readonly nodes: number
  /** Numbers that these nodes read and write. */
  readonly moved: number
}

export interface GraphSummary {
  readonly nodes: number
  /** Numbers that all nodes read and write. */
  readonly moved: number
  /** Tensors handed in and handed back at each run. */
  readonly inputs: number
  readonly outputs: number
  /** Numbers baked into the graph. */
  readonly constants: number
  /** The operators that move most first. */
  readonly operators: readonly OperatorSummary[]
}

export function summarise(graph: Graph): GraphSummary {
  const operators = new Map<string, { nodes: number; moved: number }>()
  const constants = new Set<Value>()
  for (const node of graph.nodes) {
    const total = operators.get(node.op) ?? { nodes: 0, moved: 0 }
    operators.set(node.op, { nodes: total.nodes + 1, moved: total.moved + movedBy(node) })
    for (const value of node.inputs) if (value?.constant) constants.add(value)
  }
  const rows = [...operators].map(([op, total]) => ({ op, ...total })).sort((a, b) => b.moved - a.moved)
  return {
    nodes: graph.nodes.length,
    moved: rows.reduce((sum, { moved }) => sum + moved, 0),
    inputs: graph.inputs.length,
    outputs: graph.outputs.length,
    constants: sizeOfAll([...constants]),
    operators: rows,
  }
}

/** A reshape hands its memory on. */
function movedBy({ op, inputs, outputs }: Node): number {
  return op === 'Reshape' ? 0 : sizeOfAll([...inputs, ...outputs])
}

function sizeOfAll(values: readonly (Value | undefined)[]): number {
  return values.reduce((sum, value) => sum + (value ? sizeOf(value.shape) : 0), 0)
}
