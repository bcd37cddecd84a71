// From two graphs of the same program, traced for two and for three rows, to one graph for any number of rows.

import type { Shape } from '../program.ts'
import { type Graph, type NamedValue, type Node, sizeOf, type Value } from './value.ts'

/** Stands in a shape for a size that is told at each run. */
export const anySize = -1

/** Rows that the two graphs are traced for: other than one, which the rules treat as nothing. */
export const tracedCounts = [2, 3] as const

/** Thrown where two traces differ in more than where their number of rows stands. */
export class FreeCountError extends Error {
  override readonly name = 'FreeCountError'
}

/** @returns the first graph with `anySize` wherever the number of rows stood */
export function freeCount(two: Graph, three: Graph): Graph {
  if (two.nodes.length !== three.nodes.length) {
    throw new FreeCountError(`${two.nodes.length} operators for two rows, but ${three.nodes.length} for three`)
  }
  return {
    nodes: two.nodes.map((node, index) => freeNode(node, three.nodes[index]!)),
    inputs: two.inputs.map((input, index) => ({ ...input, ...declare(input, three.inputs[index]!) })),
    outputs: two.outputs.map((output, index) => ({ ...output, ...declare(output, three.outputs[index]!) })),
  }
}

function declare({ value }: NamedValue, other: NamedValue): { declared: Shape } {
  return { declared: freeSizes(value.shape, other.value.shape) }
}

function freeNode(node: Node, other: Node): Node {
  if (node.op !== other.op || JSON.stringify(node.attributes) !== JSON.stringify(other.attributes)) {
    throw new FreeCountError(`${node.op} for two rows is ${other.op}, or has other attributes, for three`)
  }
  return { ...node, inputs: node.inputs.map((value, index) => freeInput(node.op, value, other.inputs[index])) }
}

/** The sizes that a reshape makes may depend on the rows: ONNX works out one that is -1. */
function freeInput(op: string, value: Value | undefined, twin: Value | undefined): Value | undefined {
  if (!value?.constant || !twin?.constant) return value
  const [two, three] = [numbersOf(value), numbersOf(twin)]
  if (two.length === three.length && two.every((number, index) => Object.is(number, three[index]))) return value
  const sizes = freeSizes(two, three)
  if (op === 'Reshape' && sizes.filter((size) => size === anySize).length === 1) {
    return { ...value, constant: { dense: sizes } }
  }
  throw new FreeCountError(`a constant of ${op} depends on the number of rows: [${two}] for two, [${three}] for three`)
}

function freeSizes(two: readonly number[], three: readonly number[]): readonly number[] {
  return two.map((size, axis) => (size === three[axis] ? size : anySize))
}

function numbersOf({ constant, shape }: Value): readonly number[] {
  if (constant && 'dense' in constant) return Array.from(constant.dense)
  return Array<number>(sizeOf(shape)).fill(constant!.splat)
}
