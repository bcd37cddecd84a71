// Einstein summation over one or two operands as a product of stacks of matrices: letters of both operands that the
// result has are the stack, those that it lacks are summed by the product.

import type { EinsumAttrs } from '@tensorflow/tfjs'
import type { GraphBuilder } from '../../graph/builder.ts'
import { matMul, reduce, reshape, transpose } from '../../graph/operators.ts'
import { sizeOf, type Value } from '../../graph/value.ts'
import type { Kernels } from '../kernel.ts'

/** A tensor whose axes have letters. */
interface Lettered {
  readonly value: Value
  readonly letters: string
}

export const einsumKernels: Kernels = {
  Einsum: (build, inputs, attributes) => {
    const { equation } = attributes as unknown as EinsumAttrs
    const [parts = '', result = ''] = equation.replaceAll(' ', '').split('->')
    const letters = parts.split(',')
    const operands = Object.values(inputs).map((value, i) => ({ value, letters: letters[i]! }))
    for (const { letters } of operands) checkLetters(letters, equation)
    const summed = operands.map((operand, i) => sumAlone(build, operand, letters.with(i, result).join('')))
    const [a, b, ...more] = summed as [Lettered, ...Lettered[]]
    if (more.length > 0) throw new RangeError(`'${equation}' has more than two operands; multiply two at a time`)
    return inOrder(build, b ? product(build, a, b, result) : a, result)
  },
}

function checkLetters(letters: string, equation: string): void {
  if (new Set(letters).size === letters.length && /^[a-zA-Z]*$/.test(letters)) return
  throw new RangeError(`'${equation}': each operand needs a letter of its own for each axis`)
}

/** Sums the axes whose letters nobody else has. */
function sumAlone(build: GraphBuilder, { value, letters }: Lettered, others: string): Lettered {
  const axes = [...letters].flatMap((letter, axis) => (others.includes(letter) ? [] : [axis]))
  const left = [...letters].filter((letter) => others.includes(letter)).join('')
  return { value: reduce(build, 'ReduceSum', value, { axes, keepDimensions: false }), letters: left }
}

function product(build: GraphBuilder, a: Lettered, b: Lettered, result: string): Lettered {
  const shared = [...a.letters].filter((letter) => b.letters.includes(letter))
  const stack = shared.filter((letter) => result.includes(letter)).join('')
  const inner = shared.filter((letter) => !result.includes(letter)).join('')
  const rows = [...a.letters].filter((letter) => !shared.includes(letter)).join('')
  const columns = [...b.letters].filter((letter) => !shared.includes(letter)).join('')
  const left = asStack(build, a, [stack, rows, inner])
  const right = asStack(build, b, [stack, inner, columns])
  const found = matMul(build, left, right, { transposeA: false, transposeB: false })
  const shape = [...shapeOf(a, stack), ...shapeOf(a, rows), ...shapeOf(b, columns)]
  return { value: reshape(build, found, shape), letters: stack + rows + columns }
}

/** Axes brought together in groups: [stack, rows, columns], or a plain matrix where the stack has no axes. */
function asStack(build: GraphBuilder, operand: Lettered, groups: readonly [string, string, string]): Value {
  const sizes = groups.map((group) => sizeOf(shapeOf(operand, group)))
  return reshape(build, inOrder(build, operand, groups.join('')), groups[0] === '' ? sizes.slice(1) : sizes)
}

function inOrder(build: GraphBuilder, { value, letters }: Lettered, wanted: string): Value {
  const order = [...wanted].map((letter) => letters.indexOf(letter))
  return order.every((axis, i) => axis === i) ? value : transpose(build, value, order)
}

function shapeOf({ value, letters }: Lettered, wanted: string): readonly number[] {
  return [...wanted].map((letter) => value.shape[letters.indexOf(letter)]!)
}
