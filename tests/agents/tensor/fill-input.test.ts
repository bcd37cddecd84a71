import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { TensorProgramError } from '../../../agents/tensor/errors.ts'
import { cpuExecutor } from '../../../agents/tensor/executors/cpu.ts'
import { eagerExecutor } from '../../../agents/tensor/executors/eager.ts'
import { fillInput } from '../../../agents/tensor/fill-input.ts'
import type { Program } from '../../../agents/tensor/program.ts'
import { createStore } from '../../../agents/tensor/store.ts'

const program: Program<{ x: number[]; y: number[] }, Record<string, never>> = {
  name: 'test/sum',
  inputs: { x: [2, 3], y: [2] },
  state: {},
  define: ({ x, y }) => ({ outputs: { sum: tf.add(tf.sum(x, 1), y) } }),
}

describe.each([cpuExecutor, eagerExecutor])('an input of a program on $id', (executor) => {
  test('takes as many numbers as its shape has, and says so otherwise', async () => {
    const compiled = await executor.compile(program, createStore({}))
    fillInput(compiled, 'x', Float32Array.of(1, 2, 3, 4, 5, 6))
    fillInput(compiled, 'y', Float32Array.of(10, 20))
    expect((await compiled.run()).sum).toEqual(Float32Array.of(16, 35))
    for (const length of [4, 9]) {
      const attempt = () => fillInput(compiled, 'x', new Float32Array(length))
      expect(attempt).toThrow(TensorProgramError)
      expect(attempt).toThrow(
        `program test/sum: input 'x' takes 6 numbers, not ${length}; ` +
          'a program is compiled for one shape: compile it again for another',
      )
    }
    expect((await compiled.run()).sum).toEqual(Float32Array.of(16, 35))
    await compiled.dispose()
  })

  test('has a name', async () => {
    const compiled = await executor.compile(program, createStore({}))
    expect(() => fillInput(compiled, 'z' as 'x', new Float32Array(6))).toThrow(
      "program test/sum: no input 'z'; its inputs: x, y",
    )
    await compiled.dispose()
  })
})
