// A policy file, run as it is: by onnxruntime-node, or by onnxruntime-web in Node and in the page.

import type { Runtime } from './runtime.ts'

export interface OnnxPolicy {
  /**
   * @param observations [count, observation]
   * @returns actions, [count, action]
   */
  act(observations: Float32Array, count: number): Promise<Float32Array>
  dispose(): Promise<void>
}

/** @param onnx the bytes of a run's policy.onnx */
export async function openOnnxPolicy(onnx: Uint8Array, { InferenceSession, Tensor }: Runtime): Promise<OnnxPolicy> {
  const session = await InferenceSession.create(onnx, { intraOpNumThreads: 1, interOpNumThreads: 1 })
  return {
    async act(observations, count) {
      const observation = new Tensor('float32', observations, [count, observations.length / count])
      const { action } = await session.run({ observation })
      return action!.data as Float32Array
    },
    dispose: () => session.release(),
  }
}
