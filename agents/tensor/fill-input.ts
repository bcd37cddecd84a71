// Numbers into an input of a compiled program, whose shape was settled when it was compiled.

import { TensorProgramError } from './errors.ts'
import type { Compiled, Shapes } from './program.ts'

/**
 * Copies all numbers of an input at once.
 * @throws TensorProgramError when there is no such input, or it takes another count
 */
export function fillInput<I extends Shapes>(program: Compiled<I>, name: keyof I & string, values: Float32Array): void {
  const input = program.inputs[name] as Float32Array | undefined
  if (!input) {
    const known = Object.keys(program.inputs).join(', ') || 'none'
    throw new TensorProgramError(program.name, `no input '${name}'; its inputs: ${known}`)
  }
  if (values.length !== input.length) {
    const advice = 'a program is compiled for one shape: compile it again for another'
    throw new TensorProgramError(
      program.name,
      `input '${name}' takes ${input.length} numbers, not ${values.length}; ${advice}`,
    )
  }
  input.set(values)
}
