// What the compiled executors share: a program becomes one ONNX graph, and a runtime runs it.

import { encodeOnnx } from '../graph/onnx.ts'
import type { Executor, ExecutorId } from '../program.ts'
import { checkStateOf } from './check-program.ts'
import { CompiledProgram } from './compiled-program.ts'
import { type GraphLimits, prepareGraph } from './prepare.ts'
import type { Runtime, SessionOptions } from './runtime.ts'

export interface CompiledExecutorOptions {
  readonly id: ExecutorId
  /** What of the runtime computes. */
  readonly provider: 'cpu' | 'cuda' | 'webgpu' | 'wasm'
  /** What the provider cannot take. @default no limits */
  readonly limits?: GraphLimits
  load(): Promise<Runtime>
}

export function compiledExecutor({ id, provider, limits, load }: CompiledExecutorOptions): Executor {
  const options: SessionOptions = { ...sessionOptions, executionProviders: [provider] }
  return {
    id,
    async compile(program, store) {
      checkStateOf(program, store)
      const prepared = prepareGraph(program, limits)
      const runtime = await load()
      const session = await runtime.InferenceSession.create(encodeOnnx(prepared.packed.graph, program.name), options)
      return new CompiledProgram({ program, store, session, runtime, ...prepared })
    },
  }
}

const sessionOptions = {
  // Two threads were slower than one at the sizes of these networks, and one makes runs bit-equal.
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: 'sequential',
  graphOptimizationLevel: 'all',
} as const
