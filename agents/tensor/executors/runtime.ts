// What the compiled executors need of an ONNX runtime: the same for onnxruntime-node and for onnxruntime-web.

import type * as node from 'onnxruntime-node'

export type Session = node.InferenceSession
export type SessionOptions = node.InferenceSession.SessionOptions

export interface Runtime extends Pick<typeof node, 'InferenceSession' | 'Tensor'> {
  /** Whether a run writes its outputs into tensors that are handed to it; otherwise it returns new ones. */
  readonly writesInto: boolean
}
