// A TensorFlow.js backend that computes nothing: its tensors are values of a graph under construction, its kernels
// record nodes. TensorFlow.js itself supplies the gradients.

import * as tf from '@tensorflow/tfjs'
import { TensorProgramError } from '../errors.ts'
import type { GraphBuilder } from '../graph/builder.ts'
import type { ElementType, Value } from '../graph/value.ts'
import type { Shape } from '../program.ts'
import { isRandomOperation } from './random-operations.ts'

export const traceBackendName = 'rapref-trace'

interface Literal {
  readonly numbers: tf.backend_util.BackendValues
  readonly shape: Shape
  readonly dtype: tf.DataType
}

/** The program being traced. There is one at a time: tracing never awaits. */
export interface Tracing {
  readonly program: string
  readonly build: GraphBuilder
}

export class TraceBackend extends tf.KernelBackend {
  /** What the tensors of the present trace stand for. */
  #values = new WeakMap<object, Value>()
  /** Numbers of tensors made from literals or outside: they can be read back, and used again by a later trace. */
  readonly #numbers = new WeakMap<object, tf.backend_util.BackendValues>()
  /** Tensors of any trace that have no numbers. */
  readonly #traced = new WeakSet<object>()
  #tracing: Tracing | undefined
  #misread: TensorProgramError | undefined

  during<R>(tracing: Tracing, body: () => R): R {
    this.#tracing = tracing
    this.#values = new WeakMap()
    this.#misread = undefined
    try {
      return body()
    } finally {
      this.#tracing = undefined
    }
  }

  get tracing(): Tracing {
    if (!this.#tracing) throw new Error('a traced tensor was used after its program had been traced')
    return this.#tracing
  }

  recorded({ dataId, shape, dtype }: tf.TensorInfo): Value {
    const known = this.#values.get(dataId)
    if (known) return known
    const numbers = this.#numbers.get(dataId)
    if (numbers) return this.#constant(dataId, { numbers, shape, dtype })
    if (this.#traced.has(dataId)) {
      throw new TensorProgramError(this.tracing.program, 'a traced tensor of another run was used')
    }
    // A tensor made outside: TensorFlow.js hands its numbers to `move`.
    tf.engine().moveData(this, dataId)
    return this.#values.get(dataId)!
  }

  /** The tensor that stands for a value of the graph. */
  tensorInfo(value: Value): tf.TensorInfo {
    const dataId = {}
    this.#values.set(dataId, value)
    this.#traced.add(dataId)
    return { dataId, shape: [...value.shape], dtype: dtypeOf(value.type) }
  }

  override write(numbers: tf.backend_util.BackendValues, shape: number[], dtype: tf.DataType): object {
    const dataId = {}
    this.#constant(dataId, { numbers, shape, dtype })
    return dataId
  }

  override move(dataId: object, numbers: tf.backend_util.BackendValues, shape: number[], dtype: tf.DataType): void {
    this.#constant(dataId, { numbers, shape, dtype })
  }

  #constant(dataId: object, { numbers, shape, dtype }: Literal): Value {
    const { program, build } = this.tracing
    const operation = tf.engine().state.activeScope?.name ?? ''
    if (isRandomOperation(operation)) {
      const called = `tf.${operation.replace(/__op$/, '')}`
      const advice = 'draws random numbers once, while tracing; hand noise in as an input'
      throw new TensorProgramError(program, `${called} ${advice}`)
    }
    const value = build.constant(numbers as unknown as ArrayLike<number>, shape, elementTypeOf(program, dtype))
    this.#numbers.set(dataId, numbers)
    this.#values.set(dataId, value)
    return value
  }

  override readSync(dataId: object): tf.backend_util.BackendValues {
    const numbers = this.#numbers.get(dataId)
    if (numbers) return numbers
    throw this.#wasRead()
  }

  /** Never resolves for a traced tensor: nobody awaits it while tracing, and `checkUnread` tells of it. */
  override read(dataId: object): Promise<tf.backend_util.BackendValues> {
    const numbers = this.#numbers.get(dataId)
    if (numbers) return Promise.resolve(numbers)
    this.#misread ??= this.#wasRead()
    return new Promise(() => {})
  }

  /** @throws when a traced tensor was read in a way that could not throw at once */
  checkUnread(): void {
    if (this.#misread) throw this.#misread
  }

  #wasRead(): TensorProgramError {
    return new TensorProgramError(
      this.tracing.program,
      'a traced tensor was read (dataSync, data, arraySync, array or print); its numbers exist only when the compiled ' +
        'program runs, so return it as an output instead',
    )
  }

  override refCount(): number {
    return 1
  }

  override incRef(): void {}

  override disposeData(): boolean {
    return true
  }

  override numDataIds(): number {
    return 0
  }

  override memory(): { unreliable: boolean } {
    return { unreliable: true }
  }

  override timerAvailable(): boolean {
    return false
  }

  override floatPrecision(): 16 | 32 {
    return 32
  }

  override epsilon(): number {
    return 1e-7
  }

  override dispose(): void {}
}

function dtypeOf(type: ElementType): tf.DataType {
  return type === 'int64' ? 'int32' : type
}

function elementTypeOf(program: string, dtype: tf.DataType): ElementType {
  if (dtype === 'float32' || dtype === 'int32' || dtype === 'bool') return dtype
  throw new TensorProgramError(program, `tensors of ${dtype} are not supported; use float32, int32 or bool`)
}
