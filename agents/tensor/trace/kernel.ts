// What a tracing kernel is: one TensorFlow.js kernel as nodes of the graph.

import type { NamedAttrMap } from '@tensorflow/tfjs'
import type { GraphBuilder } from '../graph/builder.ts'
import type { Value } from '../graph/value.ts'

/** By TensorFlow.js' names for a kernel's operands; variadic kernels number them. */
export type KernelInputs = Readonly<Record<string, Value>>

export type Emit = (build: GraphBuilder, inputs: KernelInputs, attributes: NamedAttrMap) => Value | readonly Value[]

/** By TensorFlow.js' kernel names. */
export type Kernels = Readonly<Record<string, Emit>>

/** Operands that every call has: TensorFlow.js checks that they are there. */
export function operands(inputs: KernelInputs, ...names: readonly string[]): readonly Value[] {
  return names.map((name) => inputs[name]!)
}

/** TensorFlow.js gives one axis, several, or none for all; negative ones count from the end. */
export function axesOf(x: Value, axis: NamedAttrMap[string] | undefined): readonly number[] {
  const rank = x.shape.length
  if (axis === undefined || axis === null) return x.shape.map((_, at) => at)
  const axes = (Array.isArray(axis) ? axis : [axis]) as number[]
  return axes.map((at) => (at < 0 ? at + rank : at))
}
