// The contract between mathematics and machines: a program is a pure TensorFlow.js function over named tensors; an
// executor turns it into something that runs; a store owns the state that several programs share.

import type * as tf from '@tensorflow/tfjs'

export type Shape = readonly number[]
export type Shapes = Readonly<Record<string, Shape>>
export type TensorsOf<S extends Shapes> = { readonly [K in keyof S]: tf.Tensor }
export type ArraysOf<S extends Shapes> = { readonly [K in keyof S]: Float32Array }

export interface Program<I extends Shapes, S extends Shapes> {
  /** Appears in errors and summaries, such as `sac/update`. */
  readonly name: string
  /** Fresh at each run: batches, noise, learning rates. All float32. */
  readonly inputs: I
  /** Vectors of the store that the function reads, and may replace. */
  readonly state: S
  /**
   * Pure: draws no random numbers, reads no values, calls only TensorFlow.js operations. `outputs` are losses,
   * actions, predictions; `state` the new values of those state vectors that change.
   */
  define(
    inputs: TensorsOf<I>,
    state: TensorsOf<S>,
  ): {
    readonly outputs: Readonly<Record<string, tf.Tensor>>
    readonly state?: { readonly [K in keyof S]?: tf.Tensor }
  }
}

/** Named state vectors (parameters, moments, targets), shared by the programs compiled against it. */
export interface Store {
  readonly shapes: Shapes
  /** The present values. Do not keep the array: an update swaps buffers. */
  read(name: string): Float32Array
  /** @throws when the name is unknown or the length differs. */
  write(name: string, values: Float32Array): void
  /**
   * For executors: takes `values` over as the present buffer and hands the former one back, so that nothing is copied.
   * @throws as `write` does
   */
  replace(name: string, values: Float32Array): Float32Array
}

export interface Compiled<I extends Shapes> {
  readonly name: string
  /** Preallocated; fill them, then run. Not to be touched while a run is under way. */
  readonly inputs: ArraysOf<I>
  /** Runs once; new state is in the store when the promise resolves. Outputs are overwritten by the next run. */
  run(): Promise<Readonly<Record<string, Float32Array>>>
  dispose(): Promise<void>
}

export type ExecutorId = 'cpu' | 'cuda' | 'webgpu' | 'wasm' | 'tensorflow' | 'eager'

export interface Executor {
  readonly id: ExecutorId
  compile<I extends Shapes, S extends Shapes>(program: Program<I, S>, store: Store): Promise<Compiled<I>>
}
