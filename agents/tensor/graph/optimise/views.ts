// Cutting and reshaping what is handed in costs nothing where the runtime is handed the cut itself. Each tensor that is
// handed over costs about 5 us, so that small pieces are better copied out of their vector by one Split.

import type { GraphBuilder } from '../builder.ts'
import { type Node, sizeOf, type Value } from '../value.ts'
import type { Rule } from './rewrite.ts'
import { type Stretch, stretchesOf } from './stretches.ts'

/** Numbers whose copy takes as long as handing over one more tensor. */
const worthAView = 16384

const reshapedInput: Rule = {
  name: 'reshape of an input is a view of it',
  ops: ['Reshape'],
  apply(node, build) {
    const view = build.view(node.inputs[0]!, 0, node.outputs[0]!.shape)
    return view && [view]
  },
}

const largeSlice: Rule = {
  name: 'a large slice of an input is a view of it',
  ops: ['Slice'],
  apply(node, build) {
    const [stretch] = stretchesOf(node) ?? []
    if (!stretch || !isLarge(stretch)) return undefined
    const view = build.view(node.inputs[0]!, stretch.begin, stretch.shape)
    return view && [view]
  },
}

const largePieces: Rule = {
  name: 'large pieces of an input are views of it',
  ops: ['Split'],
  apply(node, build) {
    const stretches = build.isInput(node.inputs[0]!) ? stretchesOf(node) : undefined
    if (!stretches?.some(isLarge)) return undefined
    return runsOf(stretches).flatMap((run) => piecesOf(run, { node, build }))
  },
}

function isLarge({ shape }: Stretch): boolean {
  return sizeOf(shape) >= worthAView
}

/** Each large piece by itself, small neighbours together. */
function runsOf(stretches: readonly Stretch[]): readonly (readonly Stretch[])[] {
  const runs: Stretch[][] = []
  let open: Stretch[] | undefined
  for (const stretch of stretches) {
    if (open && !isLarge(stretch)) open.push(stretch)
    else runs.push([stretch])
    open = isLarge(stretch) ? undefined : runs.at(-1)
  }
  return runs
}

function piecesOf(run: readonly Stretch[], { node, build }: { node: Node; build: GraphBuilder }): readonly Value[] {
  const [source] = node.inputs as [Value]
  const axis = node.attributes.axis as number
  const sizes = run.map(({ shape }) => shape[axis]!)
  const joined = sizes.reduce((sum, size) => sum + size, 0)
  const view = build.view(source, run[0]!.begin, source.shape.toSpliced(axis, 1, joined))!
  if (run.length === 1) return [view]
  const outputs = run.map(({ shape }) => ({ shape, type: source.type }))
  return build.node({ ...node, inputs: [view, build.integers(sizes)], outputs })
}

export const viewRules: readonly Rule[] = [reshapedInput, largePieces, largeSlice]
