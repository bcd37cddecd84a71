// Every executor, with what a person wants to know of it.

import type { Executor } from '../program.ts'
import { cpuExecutor } from './cpu.ts'
import { cudaExecutor } from './cuda.ts'
import { eagerExecutor } from './eager.ts'
import { tensorflowExecutor } from './tensorflow.ts'
import { wasmExecutor } from './wasm.ts'
import { webgpuExecutor } from './webgpu.ts'

export interface ListedExecutor {
  readonly executor: Executor
  readonly title: string
  /** What to type or to install where it does not work. */
  readonly advice: string
}

/** The fastest first for networks of the sizes that are trained here: EXECUTORS.md has the figures. */
export const executors: readonly ListedExecutor[] = [
  {
    executor: cpuExecutor,
    title: 'compiled, by onnxruntime-node on one core',
    advice: 'type npm ci; where onnxruntime-node has no library for the machine, device=wasm',
  },
  {
    executor: wasmExecutor,
    title: 'compiled, by onnxruntime-web in WebAssembly; what the page uses',
    advice: 'type npm ci',
  },
  {
    executor: cudaExecutor,
    title: 'compiled, by onnxruntime-node on an NVIDIA card',
    advice:
      'its provider is a download of its own for Linux x64 with CUDA 12 and cuDNN 9: type ' +
      'node node_modules/onnxruntime-node/script/install.js --onnxruntime-node-install',
  },
  {
    executor: webgpuExecutor,
    title: 'compiled, by onnxruntime-node on a graphics card',
    advice: 'it needs a graphics card and, on Linux, its Vulkan driver and loader: type apt-get install libvulkan1',
  },
  {
    executor: tensorflowExecutor,
    title: "operation by operation, by TensorFlow's library",
    advice: 'type npm rebuild @tensorflow/tfjs-node-gpu --ignore-scripts=false, or see agents/tensor/EXECUTORS.md',
  },
  {
    executor: eagerExecutor,
    title: 'operation by operation, in plain TensorFlow.js: slow, the reference',
    advice: 'type npm ci',
  },
]
