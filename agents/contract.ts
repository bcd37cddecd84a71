// What a learner is. A learner never knows where its reward came from.

/** Named flat parameter vectors and counters, as written to safetensors. */
export type SavedTensors = Readonly<Record<string, Float32Array>>

/** Losses and statistics of an update, by path-like name (`critic/loss`). */
export type UpdateReport = Readonly<Record<string, number>>

export interface Learner<Batch> {
  readonly id: string
  /**
   * Actions for `count` observations.
   * @param observations [count, observation]
   * @returns [count, action] in [-1, 1]; owned by the learner and overwritten by the next call
   */
  act(observations: Float32Array, count: number, mode: 'explore' | 'exploit'): Promise<Float32Array>
  update(batch: Batch): Promise<UpdateReport>
  /** All state: parameters, moments, targets, counters, and the state of its random streams. */
  save(): SavedTensors
  load(saved: SavedTensors): void
  dispose(): Promise<void>
}
