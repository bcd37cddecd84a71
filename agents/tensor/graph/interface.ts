// What a session sees of a graph: inputs that something reads, and outputs that each have a value of their own.

import type { Graph, NamedValue, Node, Value } from './value.ts'

export function fitInterface(graph: Graph): Graph {
  return separateOutputs(dropUnusedInputs(graph))
}

function dropUnusedInputs(graph: Graph): Graph {
  const read = new Set<Value | undefined>(graph.nodes.flatMap((node) => node.inputs))
  for (const { value } of graph.outputs) read.add(value)
  return { ...graph, inputs: graph.inputs.filter(({ value }) => read.has(value)) }
}

/** ONNX names each output once: an output that is an input, a constant, or another output becomes a copy. */
function separateOutputs(graph: Graph): Graph {
  const taken = new Set<Value>(graph.inputs.map(({ value }) => value))
  const copies: Node[] = []
  const outputs = graph.outputs.map((output): NamedValue => {
    if (!output.value.constant && !taken.has(output.value)) {
      taken.add(output.value)
      return output
    }
    const copy = copyNode(output.value)
    copies.push(copy)
    return { name: output.name, value: copy.outputs[0]! }
  })
  return { ...graph, nodes: [...graph.nodes, ...copies], outputs }
}

function copyNode(value: Value): Node {
  // Outputs are known by their names, so that the copy needs no number of its own.
  const copy: Value = { id: -1, shape: value.shape, type: value.type }
  return { op: 'Identity', domain: '', inputs: [value], attributes: {}, outputs: [copy] }
}
