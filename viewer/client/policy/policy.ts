// A run's policy in the page: its policy.onnx, computed here by onnxruntime-web. Nothing of it is fetched before.

import { type OnnxPolicy, openOnnxPolicy } from '../../../agents/tensor/executors/onnx-policy.ts'
import { loadWebRuntime } from '../../../agents/tensor/executors/web-runtime.ts'

/** @throws when the run has no policy yet; the server says which */
export async function loadPolicy(run: string): Promise<OnnxPolicy> {
  const response = await fetch(`runs/${encodeURIComponent(run)}/policy.onnx`)
  if (!response.ok) throw new Error((await response.text()).trim())
  return openOnnxPolicy(new Uint8Array(await response.arrayBuffer()), await loadWebRuntime())
}
