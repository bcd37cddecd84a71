// A policy in the page: a policy.onnx, computed here by onnxruntime-web. Nothing of it is fetched before.

import { type OnnxPolicy, openOnnxPolicy } from '../../../agents/tensor/executors/onnx-policy.ts'
import { loadWebRuntime } from '../../../agents/tensor/executors/web-runtime.ts'
import { readNotes } from './onnx-notes.ts'

export interface OpenPolicy {
  readonly policy: OnnxPolicy
  /** What the file says of itself: task, actionRepeat and others, where it was exported by a run. */
  readonly notes: Readonly<Record<string, string>>
}

/** @throws when the run has no policy yet; the server says which */
export async function loadPolicy(run: string): Promise<OnnxPolicy> {
  return (await openPolicy(await fetchPolicy(run))).policy
}

/** @throws when the run has no policy yet; the server says which */
export async function fetchPolicy(run: string): Promise<Uint8Array> {
  const response = await fetch(`runs/${encodeURIComponent(run)}/policy.onnx`)
  if (!response.ok) throw new Error((await response.text()).trim())
  return new Uint8Array(await response.arrayBuffer())
}

/** @throws when the bytes are no policy that can be computed here */
export async function openPolicy(onnx: Uint8Array): Promise<OpenPolicy> {
  const notes = readNotes(onnx)
  return { policy: await openOnnxPolicy(onnx, await loadWebRuntime()), notes }
}
