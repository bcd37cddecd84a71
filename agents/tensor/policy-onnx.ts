// A policy as one self-contained ONNX file: its parameters are baked in, so that any ONNX runtime acts as it does here.

import { freeCount, tracedCounts } from './graph/free-count.ts'
import { fitInterface } from './graph/interface.ts'
import { encodeOnnx } from './graph/onnx.ts'
import { optimise } from './graph/optimise/optimise.ts'
import type { Graph } from './graph/value.ts'
import type { Program, Shapes, Store } from './program.ts'
import { trace } from './trace/trace.ts'

/**
 * @param programFor a number of rows: reads state and replaces none, such as `sac/exploit`. Its inputs and outputs keep
 * their names, and begin with that number in their shapes.
 * @param store whose present numbers are baked in
 * @param notes written into the file as the model's metadata
 * @returns the bytes of an ONNX model (opset 18) for any number of rows
 * @throws RangeError when the program replaces state
 * @throws FreeCountError when it computes differently for other numbers of rows
 */
export function exportPolicy<I extends Shapes, S extends Shapes>(
  programFor: (count: number) => Program<I, S>,
  store: Store,
  notes: Readonly<Record<string, string>> = {},
): Uint8Array {
  const [two, three] = tracedCounts.map((count) => tracePolicy(programFor(count), store)) as [Graph, Graph]
  return encodeOnnx(freeCount(two, three), programFor(1).name, notes)
}

function tracePolicy<I extends Shapes, S extends Shapes>(program: Program<I, S>, store: Store): Graph {
  const { graph, replaced } = trace(program, { bake: (name) => store.read(name) })
  if (replaced.length > 0) {
    throw new RangeError(`program ${program.name} replaces ${replaced.join(', ')}; a policy file cannot hold state`)
  }
  return fitInterface(optimise(graph, { views: false }))
}
