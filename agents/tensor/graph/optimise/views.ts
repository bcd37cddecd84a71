// Cutting and reshaping what is handed in costs nothing when the runtime is handed the cut: parameters lie in one flat
// vector, and each layer reads its stretch of it in place.

import type { GraphBuilder } from '../builder.ts'
import { type Node, sizeOf, type Value } from '../value.ts'
import type { Rule } from './rewrite.ts'

export const viewRules: readonly Rule[] = [
  {
    name: 'reshape of an input is a view of it',
    ops: ['Reshape'],
    apply(node, build) {
      const view = build.view(node.inputs[0]!, 0, node.outputs[0]!.shape)
      return view && [view]
    },
  },
  {
    name: 'pieces of an input are views of it',
    ops: ['Split'],
    apply(node, build) {
      const [x] = node.inputs as [Value]
      if (!cutsRows(x, node.attributes.axis as number)) return undefined
      return viewsInOrder(node, build)
    },
  },
  {
    name: 'a slice of rows of an input is a view of it',
    ops: ['Slice'],
    apply(node, build) {
      const [x, starts, , axes, steps] = node.inputs as Value[]
      const [axis, start] = [onlyNumber(axes!), onlyNumber(starts!)]
      if (steps || axis === undefined || start === undefined || !cutsRows(x!, axis)) return undefined
      const rowSize = sizeOf(x!.shape.slice(axis + 1))
      const view = build.view(x!, start * rowSize, node.outputs[0]!.shape)
      return view && [view]
    },
  },
]

/** Whether a cut along this axis leaves each piece in one stretch of memory. */
function cutsRows(x: Value, axis: number): boolean {
  return x.shape.slice(0, axis).every((size) => size === 1)
}

function viewsInOrder(node: Node, build: GraphBuilder): readonly Value[] | undefined {
  const [x] = node.inputs as [Value]
  let begin = 0
  const views: Value[] = []
  for (const { shape } of node.outputs) {
    const view = build.view(x, begin, shape)
    if (!view) return undefined
    views.push(view)
    begin += sizeOf(shape)
  }
  return views
}

function onlyNumber({ constant, shape }: Value): number | undefined {
  return constant && 'splat' in constant && sizeOf(shape) === 1 ? constant.splat : undefined
}
