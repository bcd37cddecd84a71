// Compiles a program to one ONNX graph and runs it with onnxruntime-node on one CPU thread.
//
// A run blocks its thread: onnxruntime-node 1.30 defers the start of a run to the event loop and then computes there. A
// simulator that is to step meanwhile needs a thread of its own.

import type { InferenceSession } from 'onnxruntime-node'
import { encodeOnnx } from '../graph/onnx.ts'
import type { Executor } from '../program.ts'
import { checkStateOf } from './check-program.ts'
import { CompiledProgram } from './compiled-program.ts'
import { prepareGraph } from './prepare.ts'
import { loadRuntime } from './runtime.ts'

const sessionOptions: InferenceSession.SessionOptions = {
  executionProviders: ['cpu'],
  // Two threads were slower than one at the sizes of these networks, and one makes runs bit-equal.
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: 'sequential',
  graphOptimizationLevel: 'all',
}

export const cpuExecutor: Executor = {
  id: 'cpu',
  async compile(program, store) {
    checkStateOf(program, store)
    const prepared = prepareGraph(program)
    const { InferenceSession, Tensor } = await loadRuntime()
    const session = await InferenceSession.create(encodeOnnx(prepared.packed.graph, program.name), sessionOptions)
    return new CompiledProgram({ program, store, session, Tensor, ...prepared })
  },
}
