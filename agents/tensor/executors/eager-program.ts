// A program run by a backend of TensorFlow.js, operation by operation.

import * as tf from '@tensorflow/tfjs'
import { checkResult } from '../check-result.ts'
import { TensorProgramError } from '../errors.ts'
import { sizeOf } from '../graph/value.ts'
import type { ArraysOf, Compiled, Program, Shapes, Store, TensorsOf } from '../program.ts'
import { withBackend } from '../trace/with-backend.ts'
import { sessionClosed, sessionOpened } from './live-sessions.ts'

export interface EagerParts<I extends Shapes, S extends Shapes> {
  readonly program: Program<I, S>
  readonly store: Store
  /** A registered backend of TensorFlow.js. */
  readonly backend: string
}

export class EagerProgram<I extends Shapes, S extends Shapes> implements Compiled<I> {
  readonly name: string
  readonly inputs: ArraysOf<I>
  readonly #parts: EagerParts<I, S>
  /** Names of the outputs of the first run. */
  #outputs: readonly string[] | undefined
  #open = true

  constructor(parts: EagerParts<I, S>) {
    const { name, inputs } = parts.program
    this.name = name
    this.inputs = mapShapes(inputs, (_, shape) => new Float32Array(sizeOf(shape))) as ArraysOf<I>
    this.#parts = parts
    sessionOpened()
  }

  async run(): Promise<Readonly<Record<string, Float32Array>>> {
    if (!this.#open) throw new TensorProgramError(this.name, 'was disposed and cannot run')
    return withBackend(this.#parts.backend, () => tf.tidy(() => this.#runNow()) as never)
  }

  #runNow(): Record<string, Float32Array> {
    const { program, store } = this.#parts
    const given = mapShapes(program.inputs, (name, shape) => tf.tensor(this.inputs[name]!.slice(), [...shape]))
    const present = mapShapes(program.state, (name, shape) => tf.tensor(store.read(name).slice(), [...shape]))
    const result = program.define(given as TensorsOf<I>, present as TensorsOf<S>)
    checkResult(program, result)
    this.#checkNames(Object.keys(result.outputs))
    for (const [name, tensor] of Object.entries(result.state ?? {})) {
      store.write(name, (tensor as tf.Tensor).dataSync<'float32'>())
    }
    return Object.fromEntries(
      Object.entries(result.outputs).map(([name, tensor]) => [name, Float32Array.from(tensor.dataSync())]),
    )
  }

  /** A function that returns other outputs each time could not be compiled. */
  #checkNames(names: readonly string[]): void {
    this.#outputs ??= names
    if (names.join() === this.#outputs.join()) return
    const [found, expected] = [names, this.#outputs].map((each) => each.join(', ') || 'none')
    throw new TensorProgramError(this.name, `returns the outputs ${found} this time, ${expected} the first time`)
  }

  async dispose(): Promise<void> {
    if (this.#open) sessionClosed()
    this.#open = false
  }
}

function mapShapes<T>(shapes: Shapes, make: (name: string, shape: readonly number[]) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, make(name, shape)]))
}
