// Cutting and reshaping what is handed in costs nothing where the runtime is handed the cut itself. Each tensor that is
// handed over costs about 5 us, so that small pieces are better copied out of their vector by one Split.

import type { GraphBuilder } from '../builder.ts'
import { type Node, sizeOf, type Value } from '../value.ts'
import type { Rule } from './rewrite.ts'

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

const largePieces: Rule = {
  name: 'large pieces of an input are views of it',
  ops: ['Split'],
  apply(node, build) {
    const [x] = node.inputs as [Value]
    if (!build.isInput(x) || !cutsRows(x, node.attributes.axis as number)) return undefined
    const runs = runsOfPieces(node.outputs)
    if (runs.length === 1 && runs[0]!.length > 1) return undefined
    let begin = 0
    return runs.flatMap((run) => {
      const pieces = piecesOfRun({ source: x, begin, run, node }, build)
      begin += run.reduce((sum, { shape }) => sum + sizeOf(shape), 0)
      return pieces
    })
  },
}

const largeSlice: Rule = {
  name: 'a large slice of rows of an input is a view of it',
  ops: ['Slice'],
  apply(node, build) {
    const [x, starts, , axes, steps] = node.inputs as Value[]
    const { shape } = node.outputs[0]!
    const [axis, start] = [onlyNumber(axes!), onlyNumber(starts!)]
    if (steps || axis === undefined || start === undefined || !cutsRows(x!, axis)) return undefined
    if (sizeOf(shape) < worthAView) return undefined
    const view = build.view(x!, start * sizeOf(x!.shape.slice(axis + 1)), shape)
    return view && [view]
  },
}

/** Each large piece by itself, small neighbours together. */
function runsOfPieces(pieces: readonly Value[]): readonly (readonly Value[])[] {
  const runs: Value[][] = []
  let open = false
  for (const piece of pieces) {
    const large = sizeOf(piece.shape) >= worthAView
    if (open && !large) runs.at(-1)!.push(piece)
    else runs.push([piece])
    open = !large
  }
  return runs
}

interface Run {
  readonly source: Value
  /** Where the run begins in the source, in numbers. */
  readonly begin: number
  readonly run: readonly Value[]
  readonly node: Node
}

function piecesOfRun({ source, begin, run, node }: Run, build: GraphBuilder): readonly Value[] {
  const axis = node.attributes.axis as number
  const sizes = run.map(({ shape }) => shape[axis]!)
  const joined = sizes.reduce((sum, size) => sum + size, 0)
  const view = build.view(source, begin, source.shape.toSpliced(axis, 1, joined))!
  if (run.length === 1) return [view]
  return build.node({ ...node, inputs: [view, build.integers(sizes)], outputs: run })
}

/** Whether a cut along this axis leaves each piece in one stretch of memory. */
function cutsRows(x: Value, axis: number): boolean {
  return x.shape.slice(0, axis).every((size) => size === 1)
}

function onlyNumber({ constant, shape }: Value): number | undefined {
  return constant && 'splat' in constant && sizeOf(shape) === 1 ? constant.splat : undefined
}

export const viewRules: readonly Rule[] = [reshapedInput, largePieces, largeSlice]
