// Whether what a program's function returned is what it has to be: named tensors, new state as declared.

import * as tf from '@tensorflow/tfjs'
import { TensorProgramError } from './errors.ts'
import { sameShape } from './graph/value.ts'
import type { Program, Shapes } from './program.ts'

type Result = ReturnType<Program<Shapes, Shapes>['define']>

export function checkResult(program: Program<Shapes, Shapes>, result: Result): void {
  const fail = (message: string): never => {
    throw new TensorProgramError(program.name, message)
  }
  if (result instanceof Promise) fail('define is asynchronous; it has to return its tensors at once')
  if (!isRecord(result) || !isRecord(result.outputs)) fail('define returns no outputs; expected { outputs, state }')
  for (const [name, tensor] of Object.entries(result.outputs)) {
    if (!(tensor instanceof tf.Tensor)) fail(`output '${name}' is ${describe(tensor)}, expected a tensor`)
  }
  for (const [name, tensor] of Object.entries(result.state ?? {})) {
    const declared = program.state[name]
    if (!declared) fail(`returns state '${name}', which it does not declare`)
    else if (!(tensor instanceof tf.Tensor)) fail(`new state '${name}' is ${describe(tensor)}, expected a tensor`)
    else if (!sameShape(declared, tensor.shape) || tensor.dtype !== 'float32') {
      fail(`new state '${name}' is ${tensor.dtype} [${tensor.shape}], declared as float32 [${declared}]`)
    }
  }
}

function isRecord(found: unknown): found is Readonly<Record<string, unknown>> {
  return typeof found === 'object' && found !== null
}

function describe(found: unknown): string {
  return found === null ? 'null' : Array.isArray(found) ? 'an array' : typeof found
}
