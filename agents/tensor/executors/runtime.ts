// onnxruntime-node, loaded when something is first compiled: its native library is not there on every machine.

import { ExecutorError } from '../errors.ts'

export type Runtime = typeof import('onnxruntime-node')

export async function loadRuntime(): Promise<Runtime> {
  try {
    return await import('onnxruntime-node')
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error)
    throw new ExecutorError(
      `onnxruntime-node does not load here (${found}). Install the packages again with \`npm ci\`, ` +
        'or use the slow executor with device=eager',
    )
  }
}
