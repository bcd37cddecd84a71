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

function pieceOfSlice({ inputs, outputs }: Node): readonly Stretch[] | undefined {
  const [x, starts, , axes, steps] = inputs as Value[]
  const { shape } = outputs[0]!
  if (steps || sizeOf(axes!.shape) !== 1) return undefined
  const [axis, start] = [splatOf(axes)!, splatOf(starts)!]
  return cutsRows(x!, axis) ? [{ begin: start * sizeOf(x!.shape.slice(axis + 1)), shape }] : undefined
}

/** Whether a cut along this axis leaves each piece in one stretch. */
function cutsRows(x: Value, axis: number): boolean {
  return x.shape.slice(0, axis).every((size) => size === 1)
}
