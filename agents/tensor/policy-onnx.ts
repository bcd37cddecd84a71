// A policy as one self-contained ONNX file: its parameters are baked in, so that any ONNX runtime acts as it does here.

import { fitInterface } from './graph/interface.ts'
import { encodeOnnx } from './graph/onnx.ts'
import { optimise } from './graph/optimise/optimise.ts'
import type { Program, Shapes, Store } from './program.ts'
import { trace } from './trace/trace.ts'

/**
 * @param program reads state and replaces none, such as `sac/exploit`: observations in, actions out. Its inputs and
 * outputs keep their names and shapes.
 * @param store whose present numbers are baked in
 * @returns the bytes of an ONNX model (opset 18)
 * @throws RangeError when the program replaces state
 */
export function exportPolicy<I extends Shapes, S extends Shapes>(program: Program<I, S>, store: Store): Uint8Array {
  const { graph, replaced } = trace(program, { bake: (name) => store.read(name) })
  if (replaced.length > 0) {
    throw new RangeError(`program ${program.name} replaces ${replaced.join(', ')}; a policy file cannot hold state`)
  }
  return encodeOnnx(fitInterface(optimise(graph, { views: false })), program.name)
}
