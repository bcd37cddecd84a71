// onnxruntime-node, loaded when something is first compiled: its native library is not there on every machine.

import type { Runtime } from './runtime.ts'

export async function loadNodeRuntime(): Promise<Runtime> {
  const { InferenceSession, Tensor, env } = await import('onnxruntime-node')
  // What goes wrong is thrown too; the native log would repeat it on standard error.
  env.logLevel = 'fatal'
  return { InferenceSession, Tensor, writesInto: true }
}
