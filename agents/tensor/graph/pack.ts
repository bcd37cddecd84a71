// Handing tensors to the runtime and back costs several us each, whatever their size: small inputs and small outputs
// travel together in one vector, which the graph itself cuts apart and joins.

import { GraphBuilder } from './builder.ts'
import { concat, reshape } from './operators.ts'
import { type Graph, type NamedValue, sizeOf, type Value } from './value.ts'

/** Where a packed tensor lies in its vector, in numbers. */
export interface Packed {
  readonly name: string
  readonly begin: number
}

export interface PackedGraph {
  readonly graph: Graph
  readonly inputs: readonly Packed[]
  readonly outputs: readonly Packed[]
}

/** Names of the vectors among the graph's inputs and outputs. */
export const packedInputs = 'packed-inputs'
export const packedOutputs = 'packed-outputs'

/** Numbers whose copy takes as long as handing over one more tensor. */
const worthCarryingApart = 16384

/** @param isState tells inputs and outputs that are buffers of a store, which stay apart */
export function packInterface(graph: Graph, isState: (name: string) => boolean): PackedGraph {
  const small = ({ name, value }: NamedValue) => !isState(name) && sizeOf(value.shape) < worthCarryingApart
  const build = new GraphBuilder()
  const replaced = new Map<Value, Value>()
  const inputs = graph.inputs.filter(small)
  unpackInputs(inputs, build).forEach((value, i) => {
    replaced.set(inputs[i]!.value, value)
  })
  for (const input of graph.inputs) if (!replaced.has(input.value)) replaced.set(input.value, build.copyInput(input))
  build.copyNodes(graph.nodes, replaced)
  const copied = graph.outputs.map(({ name, value }) => ({ name, value: build.copyOf(value, replaced) }))
  const outputs = copied.filter(small)
  const joined = packOutputs(outputs, build)
  return {
    graph: build.graph([...joined, ...copied.filter((output) => !small(output))]),
    inputs: placeInOrder(inputs),
    outputs: placeInOrder(outputs),
  }
}

function unpackInputs(inputs: readonly NamedValue[], build: GraphBuilder): readonly Value[] {
  if (inputs.length === 0) return []
  const sizes = inputs.map(({ value }) => sizeOf(value.shape))
  const vector = build.input(packedInputs, [sizes.reduce((sum, size) => sum + size, 0)], 'float32')
  const pieces = build.node({
    op: 'Split',
    inputs: [vector, build.integers(sizes)],
    attributes: { axis: 0 },
    outputs: sizes.map((size) => ({ shape: [size], type: 'float32' })),
  })
  return inputs.map(({ value }, i) => reshape(build, pieces[i]!, value.shape))
}

function packOutputs(outputs: readonly NamedValue[], build: GraphBuilder): readonly NamedValue[] {
  if (outputs.length === 0) return []
  const flat = outputs.map(({ value }) => reshape(build, value, [sizeOf(value.shape)]))
  return [{ name: packedOutputs, value: concat(build, flat, 0) }]
}

function placeInOrder(values: readonly NamedValue[]): readonly Packed[] {
  let begin = 0
  return values.map(({ name, value }) => {
    const packed = { name, begin }
    begin += sizeOf(value.shape)
    return packed
  })
}
