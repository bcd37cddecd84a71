// WebAssembly, one thread, by onnxruntime-web: the page's, and Node's where onnxruntime-node has no library.

import { compiledExecutor } from './compiled.ts'
import { loadWebRuntime } from './web-runtime.ts'

export const wasmExecutor = compiledExecutor({ id: 'wasm', provider: 'wasm', load: loadWebRuntime })
