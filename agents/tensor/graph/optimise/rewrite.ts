// Rebuilds a graph through local rules until nothing changes. Dead nodes and duplicates fall away as it is rebuilt.

import { GraphBuilder } from '../builder.ts'
import type { Graph, Node, Value } from '../value.ts'

/** How often values of the node under consideration are read in the whole graph, outputs of the graph included. */
export interface Reads {
  input(position: number): number
  output(position: number): number
}

/** A local simplification. Returns what replaces the node's outputs, or nothing when it does not apply. */
export interface Rule {
  readonly name: string
  readonly ops: readonly string[]
  apply(node: Node, build: GraphBuilder, reads: Reads): readonly Value[] | undefined
}

/** Rules only ever shrink a graph, so few rounds suffice; more than this means that two rules undo each other. */
const mostRounds = 50

export function rewriteUntilStable(graph: Graph, rules: readonly Rule[]): Graph {
  let current = graph
  for (let round = 0; round < mostRounds; round++) {
    const { graph: next, applied } = rewriteOnce(current, rules)
    if (applied.length === 0) return next
    current = next
    if (round === mostRounds - 1) {
      throw new Error(`optimiser rules still change the graph after ${mostRounds} rounds: ${applied.join('; ')}`)
    }
  }
  return current
}

function rewriteOnce(graph: Graph, rules: readonly Rule[]): { graph: Graph; applied: readonly string[] } {
  const build = new GraphBuilder()
  const replaced = new Map<Value, Value>()
  for (const input of graph.inputs) replaced.set(input.value, build.copyInput(input))
  const map = (value: Value) => build.copyOf(value, replaced)
  const nodes = liveNodes(graph)
  const counts = countReads(graph, nodes)
  const applied: string[] = []
  for (const node of nodes) {
    const candidate: Node = { ...node, inputs: node.inputs.map((value) => value && map(value)) }
    const simpler = applyFirst(rules, candidate, (rule) => rule.apply(candidate, build, readsOf(node, counts)))
    if (simpler) applied.push(simpler.rule)
    const outputs = simpler?.outputs ?? build.node(candidate)
    node.outputs.forEach((value, i) => {
      replaced.set(value, outputs[i]!)
    })
  }
  const outputs = graph.outputs.map(({ name, value }) => ({ name, value: map(value) }))
  return { graph: build.graph(outputs), applied }
}

function applyFirst(
  rules: readonly Rule[],
  node: Node,
  apply: (rule: Rule) => readonly Value[] | undefined,
): { rule: string; outputs: readonly Value[] } | undefined {
  for (const rule of rules) {
    const outputs = rule.ops.includes(node.op) ? apply(rule) : undefined
    if (outputs) return { rule: rule.name, outputs }
  }
  return undefined
}

function countReads(graph: Graph, nodes: readonly Node[]): ReadonlyMap<Value, number> {
  const reads = new Map<Value, number>()
  const read = (value: Value | undefined) => value && reads.set(value, (reads.get(value) ?? 0) + 1)
  for (const node of nodes) for (const input of node.inputs) read(input)
  for (const { value } of graph.outputs) read(value)
  return reads
}

function readsOf(node: Node, counts: ReadonlyMap<Value, number>): Reads {
  const of = (value: Value | undefined) => (value && counts.get(value)) ?? 0
  return { input: (position) => of(node.inputs[position]), output: (position) => of(node.outputs[position]) }
}

/** Nodes that some output depends on: what the gradient computed for nobody is left out here. */
export function liveNodes(graph: Graph): readonly Node[] {
  const wanted = new Set<Value>(graph.outputs.map((output) => output.value))
  const live: Node[] = []
  for (const node of graph.nodes.toReversed()) {
    if (!node.outputs.some((value) => wanted.has(value))) continue
    live.push(node)
    for (const input of node.inputs) if (input) wanted.add(input)
  }
  return live.reverse()
}
