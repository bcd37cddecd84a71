// Runs a program's function once on traced tensors and returns the graph of what it did.

import * as tf from '@tensorflow/tfjs'
import { checkResult } from '../check-result.ts'
import { GraphBuilder } from '../graph/builder.ts'
import { cast } from '../graph/operators.ts'
import type { Graph, NamedValue, Value } from '../graph/value.ts'
import type { Program, Shape, Shapes, TensorsOf } from '../program.ts'
import { traceBackendName } from './backend.ts'
import { traceBackend } from './register.ts'
import { withBackend } from './with-backend.ts'

/** Names of a graph's inputs and outputs: state is apart from inputs and outputs of the same name. */
export const statePrefix = 'state:'
export const newStatePrefix = 'new-state:'

/** Whether an input or an output of a traced graph is a buffer of the store. */
export function isState(name: string): boolean {
  return name.startsWith(statePrefix) || name.startsWith(newStatePrefix)
}

export interface Traced {
  readonly graph: Graph
  readonly outputs: Shapes
  /** State vectors that the program replaces. */
  readonly replaced: readonly string[]
}

export interface TraceOptions {
  /** Numbers to bake in for a state vector, instead of reading it at each run. */
  readonly bake?: (name: string) => Float32Array
}

export function trace<I extends Shapes, S extends Shapes>(program: Program<I, S>, options: TraceOptions = {}): Traced {
  const backend = traceBackend()
  const build = new GraphBuilder()
  return backend.during({ program: program.name, build }, () =>
    withBackend(traceBackendName, () => {
      const tensorOf = (value: Value) => tf.engine().makeTensorFromTensorInfo(backend.tensorInfo(value))
      const input = (name: string, shape: Shape) => tensorOf(build.input(name, shape, 'float32'))
      const state = (name: string, shape: Shape) =>
        options.bake
          ? tensorOf(build.constant(options.bake(name).slice(), shape, 'float32'))
          : input(statePrefix + name, shape)
      tf.engine().startScope(program.name)
      try {
        const result = program.define(mapShapes(program.inputs, input), mapShapes(program.state, state))
        backend.checkUnread()
        checkResult(program, result)
        const outputs = namedValues(result.outputs, (tensor) => cast(build, backend.recorded(tensor), 'float32'))
        const replaced = Object.entries(result.state ?? {}) as [string, tf.Tensor][]
        const newState = replaced.map(([name, tensor]) => ({
          name: newStatePrefix + name,
          value: backend.recorded(tensor),
        }))
        return {
          graph: build.graph([...outputs, ...newState]),
          outputs: Object.fromEntries(outputs.map(({ name, value }) => [name, value.shape])),
          replaced: replaced.map(([name]) => name),
        }
      } finally {
        tf.engine().endScope()
      }
    }),
  )
}

function mapShapes<S extends Shapes>(shapes: S, make: (name: string, shape: Shape) => tf.Tensor): TensorsOf<S> {
  return Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, make(name, shape)])) as TensorsOf<S>
}

function namedValues(
  tensors: Readonly<Record<string, tf.Tensor>>,
  toValue: (tensor: tf.Tensor) => Value,
): NamedValue[] {
  return Object.entries(tensors).map(([name, tensor]) => ({ name, value: toValue(tensor) }))
}
