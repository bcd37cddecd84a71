// What is wanted, as interfaces. A reward model never knows who acts.

/** What a scripted teacher may see of a segment: the task's own numbers, never handed to a learner. */
export interface Evidence {
  /** True reward, shape [length]. */
  readonly rewards: Float32Array
  /** Named raw terms, each of shape [length]. */
  readonly terms: Readonly<Record<string, Float32Array>>
}

/** Per-step reward and how much the members of the model differ about it. */
export interface RewardEstimate {
  /** [rows] */
  readonly mean: Float32Array
  /** Standard deviation over members, [rows]; zeros where there is one member. */
  readonly deviation: Float32Array
}

export interface RewardModel {
  readonly id: string
  /** Numbers in one row: observation and action as the model sees them. */
  readonly inputSize: number
  /** @param rows [count, inputSize] */
  estimate(rows: Float32Array, count: number): Promise<RewardEstimate>
  dispose(): Promise<void>
}
