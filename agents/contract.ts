// What a learner is. A learner never knows where its reward came from.

/** Named flat parameter vectors and counters, as written to safetensors. */
export type SavedTensors = Readonly<Record<string, Float32Array>>

/** Losses and statistics of an update, by path-like name (`critic/loss`). */
export type UpdateReport = Readonly<Record<string, number>>

/** How a learner chooses: with its exploration noise, or the best that it knows. */
export type ActMode = 'explore' | 'exploit'

export interface Learner<Batch> {
  readonly id: string
  readonly observationSize: number
  readonly actionSize: number
  /** What the next update learns from: preallocated, filled by the caller. */
  readonly batch: Batch
  /** Rows of `batch`. */
  readonly batchSize: number
  /**
   * Actions for `count` observations.
   * @param observations [count, observation]
   * @returns [count, action] in [-1, 1]; owned by the learner and overwritten by the next call of the same count
   */
  act(observations: Float32Array, count: number, mode: ActMode): Promise<Float32Array>
  /** One step on `batch`, which must not be touched until the promise resolves. */
  update(): Promise<UpdateReport>
  /** Parameters, moments, targets and counters. The random streams are their owner's to save. */
  save(): SavedTensors
  load(saved: SavedTensors): void
  /** The policy without noise as an ONNX model: `observation` [n, observation] in, `action` [n, action] out. */
  exportPolicy(): Uint8Array
  dispose(): Promise<void>
}

/** Where noise comes from. */
export interface NormalStream {
  normal(): number
}
