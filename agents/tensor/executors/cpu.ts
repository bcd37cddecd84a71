// Compiles a program to one ONNX graph and runs it with onnxruntime-node on one CPU thread.
//
// State ping-pongs between two buffers: a run reads the store's present one, writes the spare one, and swaps them.
// Nothing is copied between JavaScript and the runtime.

import { InferenceSession, Tensor } from 'onnxruntime-node'
import { TensorProgramError } from '../errors.ts'
import { fitInterface } from '../graph/interface.ts'
import { encodeOnnx } from '../graph/onnx.ts'
import { optimise } from '../graph/optimise/optimise.ts'
import { sizeOf } from '../graph/value.ts'
import type { ArraysOf, Compiled, Executor, Program, Shape, Shapes, Store } from '../program.ts'
import { newStatePrefix, statePrefix, trace } from '../trace/trace.ts'
import { checkStateOf } from './check-program.ts'
import { sessionClosed, sessionOpened } from './live-sessions.ts'

const sessionOptions: InferenceSession.SessionOptions = {
  executionProviders: ['cpu'],
  // Two threads were slower than one at the sizes of these networks, and one makes runs bit-equal.
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: 'sequential',
  graphOptimizationLevel: 'all',
}

export const cpuExecutor: Executor = {
  id: 'cpu',
  async compile(program, store) {
    checkStateOf(program, store)
    const traced = trace(program)
    const model = encodeOnnx(fitInterface(optimise(traced.graph)), program.name)
    const session = await InferenceSession.create(model, sessionOptions)
    sessionOpened()
    return new CompiledProgram({ program, store, session, outputs: traced.outputs, replaced: traced.replaced })
  },
}

interface Parts<I extends Shapes, S extends Shapes> {
  readonly program: Program<I, S>
  readonly store: Store
  readonly session: InferenceSession
  readonly outputs: Shapes
  readonly replaced: readonly string[]
}

class CompiledProgram<I extends Shapes, S extends Shapes> implements Compiled<I> {
  readonly name: string
  readonly inputs: ArraysOf<I>
  readonly #parts: Parts<I, S>
  readonly #outputs: Readonly<Record<string, Float32Array>>
  readonly #feeds: Record<string, Tensor> = {}
  readonly #fetches: Record<string, Tensor> = {}
  readonly #spare = new Map<string, Float32Array>()
  readonly #tensors = new WeakMap<Float32Array, Tensor>()
  #open = true
  #running = false

  constructor(parts: Parts<I, S>) {
    const { program, session, outputs, replaced } = parts
    this.name = program.name
    this.#parts = parts
    this.inputs = allocate(program.inputs) as ArraysOf<I>
    this.#outputs = allocate(outputs)
    // What the function does not use is no input of the session.
    for (const [name, shape] of Object.entries(program.inputs)) {
      if (session.inputNames.includes(name)) this.#feeds[name] = this.#tensor(this.inputs[name]!, shape)
    }
    for (const [name, shape] of Object.entries(outputs)) this.#fetches[name] = this.#tensor(this.#outputs[name]!, shape)
    for (const name of replaced) this.#spare.set(name, new Float32Array(sizeOf(program.state[name]!)))
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
    const { program, session, store } = this.#parts
    for (const [name, shape] of Object.entries(program.state)) {
      const feed = statePrefix + name
      if (session.inputNames.includes(feed)) this.#feeds[feed] = this.#tensor(store.read(name), shape)
    }
    for (const [name, values] of this.#spare) {
      this.#fetches[newStatePrefix + name] = this.#tensor(values, program.state[name]!)
    }
  }

  #tensor(values: Float32Array, shape: Shape): Tensor {
    let tensor = this.#tensors.get(values)
    if (!tensor) {
      tensor = new Tensor('float32', values, [...shape])
      this.#tensors.set(values, tensor)
    }
    return tensor
  }

  async dispose(): Promise<void> {
    if (!this.#open) return
    this.#open = false
    await this.#parts.session.release()
    sessionClosed()
  }
}

function allocate(shapes: Shapes): Record<string, Float32Array> {
  return Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, new Float32Array(sizeOf(shape))]))
}
