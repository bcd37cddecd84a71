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
