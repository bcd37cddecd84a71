// onnxruntime-web in WebAssembly, on one thread: the same code in Node and in the page.

import type { Runtime } from './runtime.ts'

export async function loadWebRuntime(): Promise<Runtime> {
  const { InferenceSession, Tensor, env } = await import('onnxruntime-web/wasm')
  env.wasm.numThreads = 1
  env.logLevel = 'fatal'
  return { InferenceSession, Tensor, writesInto: false }
}
