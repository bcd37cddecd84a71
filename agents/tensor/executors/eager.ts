// Runs a program as plain TensorFlow.js on its `cpu` backend, operation by operation: slow, and the reference that the
// others are compared with.

import * as tf from '@tensorflow/tfjs'
import { TensorProgramError } from '../errors.ts'
import { sameShape, sizeOf } from '../graph/value.ts'
import type { ArraysOf, Compiled, Executor, Program, Shapes, Store, TensorsOf } from '../program.ts'
import { withBackend } from '../trace/with-backend.ts'
import { checkStateOf } from './check-program.ts'
import { sessionClosed, sessionOpened } from './live-sessions.ts'

export const eagerExecutor: Executor = {
  id: 'eager',
  async compile(program, store) {
    checkStateOf(program, store)
    sessionOpened()
    return new EagerProgram(program, store)
  },
}

class EagerProgram<I extends Shapes, S extends Shapes> implements Compiled<I> {
  readonly name: string
  readonly inputs: ArraysOf<I>
  readonly #program: Program<I, S>
  readonly #store: Store
  #open = true

  constructor(program: Program<I, S>, store: Store) {
    this.name = program.name
    this.inputs = mapShapes(program.inputs, (_, shape) => new Float32Array(sizeOf(shape))) as ArraysOf<I>
    this.#program = program
    this.#store = store
  }

  async run(): Promise<Readonly<Record<string, Float32Array>>> {
    if (!this.#open) throw new TensorProgramError(this.name, 'was disposed and cannot run')
    return withBackend('cpu', () => tf.tidy(() => this.#runNow()) as never)
  }

  #runNow(): Record<string, Float32Array> {
    const { define, inputs, state } = this.#program
    const given = mapShapes(inputs, (name, shape) => tf.tensor(this.inputs[name]!.slice(), [...shape]))
    const present = mapShapes(state, (name, shape) => tf.tensor(this.#store.read(name).slice(), [...shape]))
    const result = define(given as TensorsOf<I>, present as TensorsOf<S>)
    for (const [name, tensor] of Object.entries(result.state ?? {})) this.#replace(name, tensor as tf.Tensor)
    return Object.fromEntries(
      Object.entries(result.outputs).map(([name, tensor]) => [name, Float32Array.from(tensor.dataSync())]),
    )
  }

  #replace(name: string, tensor: tf.Tensor): void {
    const declared = this.#program.state[name]
    if (!declared || !sameShape(declared, tensor.shape)) {
      throw new TensorProgramError(this.name, `new state '${name}' is [${tensor.shape}], declared as [${declared}]`)
    }
    this.#store.write(name, tensor.dataSync<'float32'>())
  }

  async dispose(): Promise<void> {
    if (this.#open) sessionClosed()
    this.#open = false
  }
}

function mapShapes<T>(shapes: Shapes, make: (name: string, shape: readonly number[]) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, make(name, shape)]))
}
