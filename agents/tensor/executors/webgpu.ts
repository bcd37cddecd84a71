// Any graphics card with a Vulkan, Metal or Direct3D 12 driver, by the WebGPU provider that onnxruntime-node brings.

import { compiledExecutor } from './compiled.ts'
import { loadNodeRuntime } from './node-runtime.ts'

export const webgpuExecutor = compiledExecutor({
  id: 'webgpu',
  provider: 'webgpu',
  // Every device has eight buffers for a shader: what is split, and its pieces.
  limits: { pieces: 7 },
  load: loadNodeRuntime,
})
