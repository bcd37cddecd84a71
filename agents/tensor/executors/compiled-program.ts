// A program as an ONNX session: binds inputs, state and outputs to the session by name, and swaps state buffers.
//
// State ping-pongs between two buffers: a run reads the store's present one and writes the spare one. Nothing is copied
// between JavaScript and a runtime that writes into tensors handed to it.

import type { Tensor } from 'onnxruntime-node'
import { TensorProgramError } from '../errors.ts'
import { type Packed, packedInputs, packedOutputs } from '../graph/pack.ts'
import { sizeOf } from '../graph/value.ts'
import type { ArraysOf, Compiled, Program, Shape, Shapes, Store } from '../program.ts'
import { newStatePrefix, statePrefix } from '../trace/trace.ts'
import { sessionClosed, sessionOpened } from './live-sessions.ts'
import type { Prepared } from './prepare.ts'
import type { Runtime, Session } from './runtime.ts'

export interface CompiledParts<I extends Shapes, S extends Shapes> extends Prepared {
  readonly program: Program<I, S>
  readonly store: Store
  readonly session: Session
  readonly runtime: Runtime
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
    const { program, packed, outputs, replaced } = parts
    this.name = program.name
    this.#parts = parts
    const given = allocate(program.inputs, { packed: packed.inputs, vector: packedInputs })
    const returned = allocate(outputs, { packed: packed.outputs, vector: packedOutputs })
    this.inputs = given.tensors as ArraysOf<I>
    this.#outputs = returned.tensors
    for (const [name, values] of Object.entries(given.buffers)) Object.assign(this.#feeds, this.#reading(name, values))
    for (const { name, value } of packed.graph.outputs) {
      const values = returned.buffers[name]
      if (values) this.#fetches[name] = this.#tensorOver(values, value.shape)
    }
    for (const name of replaced) this.#spare.set(name, new Float32Array(sizeOf(program.state[name]!)))
    sessionOpened()
  }

  async run(): Promise<Readonly<Record<string, Float32Array>>> {
    if (!this.#open) throw new TensorProgramError(this.name, 'was disposed and cannot run')
    if (this.#running) throw new TensorProgramError(this.name, 'is already running; await its last run first')
    this.#running = true
    try {
      this.#bindState()
      await this.#runSession()
      for (const [name, written] of this.#spare) this.#spare.set(name, this.#parts.store.replace(name, written))
      return this.#outputs
    } finally {
      this.#running = false
    }
  }

  async #runSession(): Promise<void> {
    const { session, runtime } = this.#parts
    if (runtime.writesInto) {
      await session.run(this.#feeds, this.#fetches)
      return
    }
    const returned = await session.run(this.#feeds)
    for (const [name, { data }] of Object.entries(this.#fetches)) {
      ;(data as Float32Array).set(returned[name]!.data as Float32Array)
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
      const known = this.#fetchOver.get(values) ?? this.#tensorOver(values, program.state[name]!)
      this.#fetchOver.set(values, known)
      this.#fetches[newStatePrefix + name] = known
    }
  }

  /** What the session reads of one tensor that is handed in: all of it, stretches of it, or nothing. */
  #reading(whole: string, values: Float32Array): Tensors {
    const reads = this.#parts.packed.graph.inputs.filter(({ name, view }) => (view?.of ?? name) === whole)
    return Object.fromEntries(
      reads.map(({ name, value, view }) => {
        const begin = view?.begin ?? 0
        return [name, this.#tensorOver(values.subarray(begin, begin + sizeOf(value.shape)), value.shape)]
      }),
    )
  }

  #tensorOver(values: Float32Array, shape: Shape): Tensor {
    return new this.#parts.runtime.Tensor('float32', values, [...shape])
  }

  async dispose(): Promise<void> {
    if (!this.#open) return
    this.#open = false
    await this.#parts.session.release()
    sessionClosed()
  }
}

interface Buffers {
  /** One array per tensor: stretches of the shared vector for those that are packed. */
  readonly tensors: Readonly<Record<string, Float32Array>>
  /** What is handed to the session. */
  readonly buffers: Readonly<Record<string, Float32Array>>
}

interface Packing {
  readonly packed: readonly Packed[]
  readonly vector: string
}

function allocate(shapes: Shapes, { packed, vector }: Packing): Buffers {
  const begins = new Map(packed.map(({ name, begin }) => [name, begin]))
  const length = packed.reduce((sum, { name }) => sum + sizeOf(shapes[name]!), 0)
  const together = new Float32Array(length)
  const apart: Record<string, Float32Array> = {}
  const tensors = Object.entries(shapes).map(([name, shape]): [string, Float32Array] => {
    const [begin, size] = [begins.get(name), sizeOf(shape)]
    if (begin !== undefined) return [name, together.subarray(begin, begin + size)]
    apart[name] = new Float32Array(size)
    return [name, apart[name]]
  })
  return { tensors: Object.fromEntries(tensors), buffers: { ...apart, [vector]: together } }
}
