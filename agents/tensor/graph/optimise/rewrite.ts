// Rebuilds a graph through local rules until nothing changes. Dead nodes and duplicates fall away as it is rebuilt.

import { GraphBuilder } from '../builder.ts'
import type { Graph, Node, Value } from '../value.ts'

/** A local simplification. Returns what replaces the node's outputs, or nothing when it does not apply. */
export interface Rule {
  readonly name: string
  readonly ops: readonly string[]
  apply(node: Node, build: GraphBuilder): readonly Value[] | undefined
}

/** Rules only ever shrink a graph, so few rounds suffice; more than this means that two rules undo each other. */
const mostRounds = 30

export function rewriteUntilStable(graph: Graph, rules: readonly Rule[]): Graph {
  let current = graph
  for (let round = 0; round < mostRounds; round++) {
    const { graph: next, applied } = rewriteOnce(current, rules)
    if (applied === 0) return next
    current = next
  }
  throw new Error(`optimiser rules still change the graph after ${mostRounds} rounds`)
}

function rewriteOnce(graph: Graph, rules: readonly Rule[]): { graph: Graph; applied: number } {
  const build = new GraphBuilder()
  const replaced = new Map<Value, Value>()
  for (const { name, value } of graph.inputs) replaced.set(value, build.input(name, value.shape, value.type))
  const map = (value: Value): Value => replaced.get(value) ?? copyConstant(build, value)
  let applied = 0
  for (const node of liveNodes(graph)) {
    const candidate: Node = { ...node, inputs: node.inputs.map((value) => value && map(value)) }
    const simpler = applyFirst(rules, candidate, build)
    if (simpler) applied++
    const outputs = simpler ?? build.node(candidate)
    node.outputs.forEach((value, i) => {
      replaced.set(value, outputs[i]!)
    })
  }
  const outputs = graph.outputs.map(({ name, value }) => ({ name, value: map(value) }))
  return { graph: build.graph(outputs), applied }
}

function applyFirst(rules: readonly Rule[], node: Node, build: GraphBuilder): readonly Value[] | undefined {
  for (const rule of rules) {
    if (!rule.ops.includes(node.op)) continue
    const outputs = rule.apply(node, build)
    if (outputs) return outputs
  }
  return undefined
}

function copyConstant(build: GraphBuilder, value: Value): Value {
  const { constant, shape, type } = value
  if (!constant) throw new Error(`value ${value.id} is read before it is computed`)
  return 'splat' in constant ? build.splat(constant.splat, shape, type) : build.constant(constant.dense, shape, type)
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
