// Where the pieces of a Split or a Slice lie in the memory of what is cut.

import type { Shape } from '../../program.ts'
import { type Node, sizeOf, splatOf, type Value } from '../value.ts'

export interface Stretch {
  /** In numbers, from the beginning of what is cut. */
  readonly begin: number
  readonly shape: Shape
}

/** One stretch for each piece, or nothing where the pieces are scattered. */
export function stretchesOf(node: Node): readonly Stretch[] | undefined {
  return node.op === 'Split' ? piecesOfSplit(node) : pieceOfSlice(node)
}

function piecesOfSplit({ inputs, attributes, outputs }: Node): readonly Stretch[] | undefined {
  if (!cutsRows(inputs[0]!, attributes.axis as number)) return undefined
  let begin = 0
  return outputs.map(({ shape }) => {
    const stretch = { begin, shape }
    begin += sizeOf(shape)
    return stretch
  })
}

function pieceOfSlice(node: Node): readonly Stretch[] | undefined {
  const [x] = node.inputs as [Value]
  const range = sliceOf(node)
  if (!range || !cutsRows(x, range.axis)) return undefined
  const { shape } = node.outputs[0]!
  return [{ begin: range.start * sizeOf(x.shape.slice(range.axis + 1)), shape }]
}

export interface SliceRange {
  readonly axis: number
  readonly start: number
  readonly size: number
}

/** What a Slice takes, where it cuts one axis and leaves nothing out in between. */
export function sliceOf({ inputs, outputs }: Node): SliceRange | undefined {
  const [, starts, , axes, steps] = inputs as Value[]
  if (steps || sizeOf(axes!.shape) !== 1) return undefined
  const axis = splatOf(axes)!
  return { axis, start: splatOf(starts)!, size: outputs[0]!.shape[axis]! }
}

/** Whether a cut along this axis leaves each piece in one stretch. */
function cutsRows(x: Value, axis: number): boolean {
  return x.shape.slice(0, axis).every((size) => size === 1)
}
