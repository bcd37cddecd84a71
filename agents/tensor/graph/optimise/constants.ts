// What is cut, reshaped or expanded from a constant is a constant.

import { type Constant, sizeOf, splatOf } from '../value.ts'
import type { Rule } from './rewrite.ts'
import { type Stretch, stretchesOf } from './stretches.ts'

const uniform: Rule = {
  name: 'any arrangement of one number is that number',
  ops: ['Reshape', 'Expand', 'Tile', 'Transpose', 'Slice', 'Split'],
  apply(node, build) {
    const number = splatOf(node.inputs[0])
    return number === undefined ? undefined : node.outputs.map(({ shape, type }) => build.splat(number, shape, type))
  },
}

const reshaped: Rule = {
  name: 'another shape of a constant is a constant',
  ops: ['Reshape'],
  apply(node, build) {
    const { constant, type } = node.inputs[0]!
    if (!constant || !('dense' in constant)) return undefined
    return [build.constant(constant.dense, node.outputs[0]!.shape, type)]
  },
}

const cut: Rule = {
  name: 'pieces of a constant are constants',
  ops: ['Slice', 'Split'],
  apply(node, build) {
    const { constant, type } = node.inputs[0]!
    if (!constant) return undefined
    return stretchesOf(node)?.map((stretch) => build.constant(numbersOf(constant, stretch), stretch.shape, type))
  },
}

function numbersOf(constant: Constant, { begin, shape }: Stretch): readonly number[] {
  const size = sizeOf(shape)
  if ('splat' in constant) return Array<number>(size).fill(constant.splat)
  return Array.from({ length: size }, (_, i) => constant.dense[begin + i]!)
}

export const constantRules: readonly Rule[] = [uniform, reshaped, cut]
