// Splits into many pieces as splits of splits: WebGPU promises a shader eight buffers, and its Split writes one a piece.

import { rewriteUntilStable } from './optimise/rewrite.ts'
import type { Graph, Value } from './value.ts'

/** @param most pieces of one node */
export function narrowSplits(graph: Graph, most: number): Graph {
  return rewriteUntilStable(graph, [
    {
      name: 'a wide split is a split of splits',
      ops: ['Split'],
      apply({ inputs: [whole], attributes, outputs }, build) {
        if (outputs.length <= most) return undefined
        const axis = attributes.axis as number
        const split = (value: Value, sizes: readonly number[]) =>
          build.node({
            op: 'Split',
            inputs: [value, build.integers(sizes)],
            attributes,
            outputs: sizes.map((size) => ({ shape: value.shape.with(axis, size), type: value.type })),
          })
        const groups = inGroups(
          outputs.map(({ shape }) => shape[axis]!),
          Math.ceil(outputs.length / most),
        )
        const parts = split(
          whole!,
          groups.map((sizes) => sizes.reduce((sum, size) => sum + size, 0)),
        )
        return groups.flatMap((sizes, i) => (sizes.length === 1 ? parts[i]! : split(parts[i]!, sizes)))
      },
    },
  ])
}

function inGroups(sizes: readonly number[], length: number): number[][] {
  const count = Math.ceil(sizes.length / length)
  return Array.from({ length: count }, (_, i) => sizes.slice(i * length, (i + 1) * length))
}
