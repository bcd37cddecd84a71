// An NVIDIA card, by the CUDA provider of onnxruntime-node, which is a download of its own.

import { compiledExecutor } from './compiled.ts'
import { loadNodeRuntime } from './node-runtime.ts'

export const cudaExecutor = compiledExecutor({ id: 'cuda', provider: 'cuda', load: loadNodeRuntime })
