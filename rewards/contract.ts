// What is wanted, as interfaces. A reward model never knows who acts.

/** What a scripted teacher may see of a segment: the task's own numbers, never handed to a learner. */
export interface Evidence {
  /** True reward, shape [length]. */
  readonly rewards: Float32Array
  /** Named raw terms, each of shape [length]. */
  readonly terms: Readonly<Record<string, Float32Array>>
  /** What else was measured at each step, such as how far the hand moved; for teachers that rank factors, each [length]. */
  readonly traces?: Readonly<Record<string, Float32Array>>
}

/** Per-step reward and how much the members of the model differ about it. */
export interface RewardEstimate {
  /** [rows] */
  readonly mean: Float32Array
  /** Standard deviation over members, [rows]; zeros where there is one member, unless the model itself says how unsure it is. */
  readonly deviation: Float32Array
}

export interface RewardModel {
  readonly id: string
  /** Numbers in one row: observation and action as the model sees them. */
  readonly inputSize: number
  /** Steps, a step itself among them, that its reward depends on; 1 when absent. Beyond 1, rows are of one episode, in order. */
  readonly memory?: number
  /** @param rows [count, inputSize] */
  estimate(rows: Float32Array, count: number): Promise<RewardEstimate>
  dispose(): Promise<void>
}

/** Four 32-bit words: all that a random stream needs to go on. */
export type RandomState = readonly [number, number, number, number]

/** Where this room's random numbers come from; they are handed in. */
export interface RandomStream {
  /** In [low, high). */
  uniform(low: number, high: number): number
  /** Standard normal. */
  normal(): number
  /** In 0 .. count - 1. */
  integer(count: number): number
  state(): RandomState
  restore(state: RandomState): void
}

/** Named flat vectors, as written to safetensors. */
export type SavedTensors = Readonly<Record<string, Float32Array>>
