// Images are matrices in another shape: one row of channels per pixel. What is done element by element is done on the
// matrix, so that a convolution's bias and rectifier meet the product that they belong to.

import type { GraphBuilder } from '../builder.ts'
import { reshape } from '../operators.ts'
import { type Node, sameShape, sizeOf, type Value } from '../value.ts'
import type { Rule } from './rewrite.ts'

const unaries = [
  'Relu',
  'LeakyRelu',
  'Elu',
  'Selu',
  'Sigmoid',
  'Tanh',
  'Erf',
  'Exp',
  'HardSigmoid',
  'Neg',
  'Abs',
  'Sqrt',
]

const eachOnRows: Rule = {
  name: 'compute on rows, then reshape',
  ops: unaries,
  apply(node, build) {
    const rows = rowsOf(node.inputs[0]!)
    return rows && [reshape(build, onRows(build, node, [rows], rows), node.outputs[0]!.shape)]
  },
}

const pairOnRows: Rule = {
  name: 'compute with rows, then reshape',
  ops: ['Add', 'Sub', 'Mul', 'Div', 'Max', 'Min'],
  apply(node, build) {
    const { shape } = node.outputs[0]!
    const rows = node.inputs.map((value) => rowsOf(value!)).find((found) => found !== undefined)
    if (!rows || sizeOf(rows.shape) !== sizeOf(shape)) return undefined
    const operands = node.inputs.map((value) => operandOnRows(build, value!, { rows, shape }))
    if (!operands.every((value) => value !== undefined)) return undefined
    return [reshape(build, onRows(build, node, operands, rows), shape)]
  },
}

const sumOnRows: Rule = {
  name: 'sum over rows instead of over batch, height and width',
  ops: ['ReduceSum'],
  apply(node, build) {
    const [x, axes] = node.inputs as [Value, Value]
    const rows = rowsOf(x)
    const { shape, type } = node.outputs[0]!
    if (!rows || shape.length !== 1 || !areLeading(axes, x.shape.length - 1)) return undefined
    const attributes = { keepdims: 0 }
    return [build.one({ op: 'ReduceSum', inputs: [rows, build.integers([0])], attributes, shape, type })]
  },
}

/** Whether these are the axes 0, 1, ... up to a count of at least two. */
function areLeading({ constant }: Value, count: number): boolean {
  const axes = constant && 'dense' in constant ? Array.from(constant.dense) : []
  return axes.length === count && axes.every((axis, i) => axis === i)
}

/** The matrix that was reshaped to more axes, its rows being those of the last axis. */
function rowsOf({ producer, shape }: Value): Value | undefined {
  const source = producer?.op === 'Reshape' ? producer.inputs[0] : undefined
  const isMatrix = source?.shape.length === 2 && shape.length > 2
  return isMatrix && source.shape[1] === shape.at(-1) && source.type === 'float32' ? source : undefined
}

/** An operand of the whole shape as a matrix; one number, or one for each channel, as it is. */
function operandOnRows(
  build: GraphBuilder,
  value: Value,
  { rows, shape }: { readonly rows: Value; readonly shape: readonly number[] },
): Value | undefined {
  if (sameShape(value.shape, shape)) return rowsOf(value) ?? reshape(build, value, rows.shape)
  const size = sizeOf(value.shape)
  if (size === 1) return reshape(build, value, [])
  return size === shape.at(-1) && value.shape.at(-1) === size ? reshape(build, value, [size]) : undefined
}

function onRows(build: GraphBuilder, node: Node, inputs: readonly Value[], { shape, type }: Value): Value {
  return build.node({ ...node, inputs, outputs: [{ shape, type }] })[0]!
}

export const rowRules: readonly Rule[] = [eachOnRows, pairOnRows, sumOnRows]
