// A program as an ONNX session: binds inputs, state and outputs to the session by name, and swaps state buffers.
//
// State ping-pongs between two buffers: a run reads the store's present one and writes the spare one. Nothing is copied
// between JavaScript and the runtime.

import { type InferenceSession, Tensor } from 'onnxruntime-node'
import { TensorProgramError } from '../errors.ts'
import { type Input, sizeOf } from '../graph/value.ts'
import type { ArraysOf, Compiled, Program, Shape, Shapes, Store } from '../program.ts'
import { newStatePrefix, statePrefix } from '../trace/trace.ts'
import { sessionClosed, sessionOpened } from './live-sessions.ts'

export interface CompiledParts<I extends Shapes, S extends Shapes> {
  readonly program: Program<I, S>
  readonly store: Store
  readonly session: InferenceSession
  /** What the session reads, views of inputs and of state included. */
  readonly reads: readonly Input[]
  readonly outputs: Shapes
  /** State vectors that the program replaces. */
  readonly replaced: readonly string[]
}

type Tensors = Record<string, Tensor>

export class CompiledProgram<I extends Shapes, S extends Shapes> implements Compiled<I> {
  readonly name: string
  readonly inputs: ArraysOf<I>
  readonly #parts: CompiledParts<I, S>
  readonly #outputs: Readonly<Record<string, Float32Array>>
  readonly #feeds: Tensors = {}
  readonly #fetches: Tensors = {}
  readonly #spare = new Map<string, Float32Array>()
  /** Tensors over each buffer that a state vector has lived in: two at most per vector, unless others swap too. */
  readonly #feedsOver = new WeakMap<Float32Array, Tensors>()
  readonly #fetchOver = new WeakMap<Float32Array, Tensor>()
  #open = true
  #running = false

  constructor(parts: CompiledParts<I, S>) {
    const { program, outputs, replaced } = parts
    this.name = program.name
    this.#parts = parts
    this.inputs = allocate(program.inputs) as ArraysOf<I>
    this.#outputs = allocate(outputs)
    for (const [name, values] of Object.entries(this.inputs)) Object.assign(this.#feeds, this.#reading(name, values))
    for (const [name, shape] of Object.entries(outputs)) this.#fetches[name] = tensorOver(this.#outputs[name]!, shape)
    for (const name of replaced) this.#spare.set(name, new Float32Array(sizeOf(program.state[name]!)))
    sessionOpened()
  }

  async run(): Promise<Readonly<Record<string, Float32Array>>> {
    if (!this.#open) throw new TensorProgramError(this.name, 'was disposed and cannot run')
    if (this.#running) throw new TensorProgramError(this.name, 'is already running; await its last run first')
    this.#running = true
    try {
      this.#bindState()
      await this.#parts.session.run(this.#feeds, this.#fetches)
      for (const [name, written] of this.#spare) this.#spare.set(name, this.#parts.store.replace(name, written))
      return this.#outputs
    } finally {
      this.#running = false
    }
  }

  #bindState(): void {
    const { program, store } = this.#parts
    for (const name of Object.keys(program.state)) {
      const values = store.read(name)
      const known = this.#feedsOver.get(values) ?? this.#reading(statePrefix + name, values)
      this.#feedsOver.set(values, known)
      Object.assign(this.#feeds, known)
    }
    for (const [name, values] of this.#spare) {
      const known = this.#fetchOver.get(values) ?? tensorOver(values, program.state[name]!)
      this.#fetchOver.set(values, known)
      this.#fetches[newStatePrefix + name] = known
    }
  }

  /** What the session reads of one tensor that is handed in: all of it, stretches of it, or nothing. */
  #reading(whole: string, values: Float32Array): Tensors {
    const reads = this.#parts.reads.filter(({ name, view }) => (view?.of ?? name) === whole)
    return Object.fromEntries(
      reads.map(({ name, value, view }) => {
        const begin = view?.begin ?? 0
        return [name, tensorOver(values.subarray(begin, begin + sizeOf(value.shape)), value.shape)]
      }),
    )
  }

  async dispose(): Promise<void> {
    if (!this.#open) return
    this.#open = false
    await this.#parts.session.release()
    sessionClosed()
  }
}

function tensorOver(values: Float32Array, shape: Shape): Tensor {
  return new Tensor('float32', values, [...shape])
}

function allocate(shapes: Shapes): Record<string, Float32Array> {
  return Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, new Float32Array(sizeOf(shape))]))
}
