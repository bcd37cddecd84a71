// Puts the trace backend and its kernels into TensorFlow.js, once.

import * as tf from '@tensorflow/tfjs'
import { TensorProgramError } from '../errors.ts'
import type { Value } from '../graph/value.ts'
import { TraceBackend, traceBackendName } from './backend.ts'
import type { Emit, KernelInputs } from './kernel.ts'
import { kernelFamilies, nearestKernels, supportedKernels } from './supported.ts'

let registered: TraceBackend | undefined

export function traceBackend(): TraceBackend {
  registered ??= register()
  return registered
}

function register(): TraceBackend {
  const backend = new TraceBackend()
  tf.registerBackend(traceBackendName, () => backend)
  for (const kernels of Object.values(kernelFamilies)) {
    for (const [name, emit] of Object.entries(kernels)) registerKernel(name, recording(backend, name, emit))
  }
  const known = new Set(supportedKernels())
  for (const { kernelName } of tf.getKernelsForBackend('cpu')) {
    if (!known.has(kernelName)) registerKernel(kernelName, () => refuse(backend, kernelName))
  }
  return backend
}

function registerKernel(kernelName: string, kernelFunc: tf.KernelConfig['kernelFunc']): void {
  tf.registerKernel({ kernelName, backendName: traceBackendName, kernelFunc })
}

function recording(backend: TraceBackend, name: string, emit: Emit): tf.KernelConfig['kernelFunc'] {
  return ({ inputs, attrs }) => {
    const { build, program } = backend.tracing
    const operands: Record<string, Value> = {}
    for (const [operand, tensor] of Object.entries(inputs)) if (tensor) operands[operand] = backend.recorded(tensor)
    const outputs = withProgramName(program, name, () => emit(build, operands as KernelInputs, attrs ?? {}))
    return isOne(outputs) ? backend.tensorInfo(outputs) : outputs.map((value) => backend.tensorInfo(value))
  }
}

function isOne(outputs: Value | readonly Value[]): outputs is Value {
  return !Array.isArray(outputs)
}

function withProgramName<R>(program: string, kernel: string, body: () => R): R {
  try {
    return body()
  } catch (error) {
    if (error instanceof RangeError) throw new TensorProgramError(program, `${kernel}: ${error.message}`)
    throw error
  }
}

function refuse(backend: TraceBackend, kernel: string): never {
  const [nearest, supported] = [nearestKernels(kernel), supportedKernels()].map((names) => names.join(', '))
  throw new TensorProgramError(
    backend.tracing.program,
    `the operation ${kernel} cannot be compiled. Nearest to it: ${nearest}. Compose it from the supported ones: ${supported}`,
  )
}
