// A TensorFlow.js backend that computes nothing: its tensors are values of a graph under construction, its kernels
// record nodes. TensorFlow.js itself supplies the gradients.

import * as tf from '@tensorflow/tfjs'
import { TensorProgramError } from '../errors.ts'
import type { GraphBuilder } from '../graph/builder.ts'
import type { ElementType, Value } from '../graph/value.ts'
import type { Shape } from '../program.ts'
import { isRandomOperation } from './random-operations.ts'

export const traceBackendName = 'rapref-trace'

/** The program being traced. There is one at a time: tracing never awaits. */
export interface Tracing {
  readonly program: string
  readonly build: GraphBuilder
}

export class TraceBackend extends tf.KernelBackend {
  #values = new WeakMap<object, Value>()
  /** Numbers of tensors made outside or from literals, kept so that TensorFlow.js can read them back. */
  #numbers = new WeakMap<object, tf.backend_util.BackendValues>()
  #tracing: Tracing | undefined

  during<R>(tracing: Tracing, body: () => R): R {
    this.#tracing = tracing
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

  recorded(tensor: tf.TensorInfo): Value {
    const value = this.#values.get(tensor.dataId)
    if (!value) throw new TensorProgramError(this.tracing.program, 'a tensor of another program was used')
    return value
  }

  /** The tensor that stands for a value of the graph. */
  tensorInfo(value: Value): tf.TensorInfo {
    const dataId = {}
    this.#values.set(dataId, value)
    return { dataId, shape: [...value.shape], dtype: dtypeOf(value.type) }
  }

  override write(values: tf.backend_util.BackendValues, shape: number[], dtype: tf.DataType): object {
    const dataId = {}
    this.#record(dataId, values, shape, dtype)
    return dataId
  }

  override move(dataId: object, values: tf.backend_util.BackendValues, shape: number[], dtype: tf.DataType): void {
    this.#record(dataId, values, shape, dtype)
  }

  #record(dataId: object, values: tf.backend_util.BackendValues, shape: Shape, dtype: tf.DataType): void {
    const { program, build } = this.tracing
    const operation = tf.engine().state.activeScope?.name ?? ''
    if (isRandomOperation(operation)) {
      const called = `tf.${operation.replace(/__op$/, '')}`
      throw new TensorProgramError(
        program,
        `${called} draws random numbers once, while tracing; hand noise in as an input`,
      )
    }
    this.#numbers.set(dataId, values)
    this.#values.set(
      dataId,
      build.constant(values as unknown as ArrayLike<number>, shape, elementTypeOf(program, dtype)),
    )
  }

  override readSync(dataId: object): tf.backend_util.BackendValues {
    const numbers = this.#numbers.get(dataId)
    if (numbers) return numbers
    throw new TensorProgramError(
      this.tracing.program,
      'a traced tensor was read (dataSync, data, arraySync, array or print); its numbers exist only when the compiled ' +
        'program runs, so return it as an output instead',
    )
  }

  override async read(dataId: object): Promise<tf.backend_util.BackendValues> {
    return this.readSync(dataId)
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
