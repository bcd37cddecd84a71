// Compiles a program to one ONNX graph and runs it with onnxruntime-node on one CPU thread.

import { InferenceSession } from 'onnxruntime-node'
import { fitInterface } from '../graph/interface.ts'
import { encodeOnnx } from '../graph/onnx.ts'
import { optimise } from '../graph/optimise/optimise.ts'
import { packInterface } from '../graph/pack.ts'
import type { Executor } from '../program.ts'
import { isState, trace } from '../trace/trace.ts'
import { checkStateOf } from './check-program.ts'
import { CompiledProgram } from './compiled-program.ts'

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
    const { graph, outputs, replaced } = trace(program)
    const packed = packInterface(graph, isState)
    const fitted = fitInterface(optimise(packed.graph, { views: true }))
    const session = await InferenceSession.create(encodeOnnx(fitted, program.name), sessionOptions)
    return new CompiledProgram({ program, store, session, packed: { ...packed, graph: fitted }, outputs, replaced })
  },
}
