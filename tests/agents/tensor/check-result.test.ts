import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { cpuExecutor } from '../../../agents/tensor/executors/cpu.ts'
import { eagerExecutor } from '../../../agents/tensor/executors/eager.ts'
import type { Executor, Program, Shapes } from '../../../agents/tensor/program.ts'
import { createStore } from '../../../agents/tensor/store.ts'

type Define = Program<Shapes, Shapes>['define']

async function attempt(executor: Executor, define: unknown): Promise<unknown> {
  const program = { name: 'test/result', inputs: { x: [2] }, state: { total: [2] }, define: define as Define }
  const compiled = await executor.compile(program, createStore({ total: { shape: [2] } }))
  return await compiled.run().finally(() => compiled.dispose())
}

type Operands = Readonly<Record<'x', tf.Tensor>>

const wrong: readonly (readonly [what: string, define: unknown, message: string])[] = [
  ['a promise', async () => ({ outputs: {} }), 'define is asynchronous; it has to return its tensors at once'],
  ['nothing', () => undefined, 'define returns no outputs; expected { outputs, state }'],
  ['state alone', ({ x }: Operands) => ({ state: { total: x } }), 'define returns no outputs'],
  ['a number', () => ({ outputs: { loss: 3 } }), "output 'loss' is number, expected a tensor"],
  ['an array', ({ x }: Operands) => ({ outputs: { parts: [x] } }), "output 'parts' is an array, expected a tensor"],
  ['no tensor', () => ({ outputs: { loss: undefined } }), "output 'loss' is undefined, expected a tensor"],
  ['state that is no tensor', () => ({ outputs: {}, state: { total: null } }), "new state 'total' is null"],
  [
    'state that is not declared',
    ({ x }: Operands) => ({ outputs: {}, state: { sum: x } }),
    "returns state 'sum', which it does not declare",
  ],
  [
    'state of another shape',
    ({ x }: Operands) => ({ outputs: {}, state: { total: tf.sum(x) } }),
    "new state 'total' is float32 [], declared as float32 [2]",
  ],
  [
    'state of another type',
    ({ x }: Operands) => ({ outputs: {}, state: { total: tf.cast(x, 'int32') } }),
    "new state 'total' is int32 [2], declared as float32 [2]",
  ],
]

describe.each([cpuExecutor, eagerExecutor])('on $id, a program that returns', (executor) => {
  test.each(wrong)('%s is told', async (_, define, message) => {
    await expect(attempt(executor, define)).rejects.toThrow(`program test/result: ${message}`)
  })
})

test('a program that returns other outputs later on is told by eager, which asks each time', async () => {
  let runs = 0
  const define: Define = ({ x }) => {
    const names = runs++ < 2 ? ['a', 'b'] : ['a']
    return { outputs: Object.fromEntries(names.map((name) => [name, x!])) }
  }
  const program = { name: 'test/result', inputs: { x: [2] }, state: {}, define }
  const compiled = await eagerExecutor.compile(program, createStore({}))
  await compiled.run()
  await compiled.run()
  await expect(compiled.run()).rejects.toThrow(
    'program test/result: returns the outputs a this time, a, b the first time',
  )
  await compiled.dispose()
})
