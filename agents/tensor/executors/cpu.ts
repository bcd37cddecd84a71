// The processor, one thread, by onnxruntime-node.
//
// A run blocks its thread: onnxruntime-node 1.30 defers the start of a run to the event loop and then computes there. A
// simulator that is to step meanwhile needs a thread of its own.

import { compiledExecutor } from './compiled.ts'
import { loadNodeRuntime } from './node-runtime.ts'

export const cpuExecutor = compiledExecutor({ id: 'cpu', provider: 'cpu', load: loadNodeRuntime })
